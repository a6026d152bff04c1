using NodaTime;

namespace CompModel.Samples;

/// <summary>An account manager as the roster has them. Seniority 0 to 10 goes through the ranges of the job ad; 5 is their middle.</summary>
internal sealed record Seller(int Number, string Id, string Name, string ManagerId, LocalDate Hired, LocalDate? Left, int Base, int Variable, int Quota, string Plan, int Seniority)
{
    // Who starts, ramps or leaves during 2026.
    private static readonly Dictionary<int, LocalDate> HiredIn2026 = new()
    {
        [9] = new(2026, 3, 2), [14] = new(2026, 2, 16), [23] = new(2026, 4, 13), [31] = new(2026, 7, 1), [38] = new(2026, 9, 1),
    };

    /// <summary>All forty, in order of their ids. The first is the middle of every range.</summary>
    public static IReadOnlyList<Seller> All { get; } = [.. Enumerable.Range(1, 40).Select(Of)];

    private static Seller Of(int number)
    {
        string id = FormattableString.Invariant($"R{number:00}");
        var dice = new Dice($"roster/{id}");
        int seniority = number == 1 ? 5 : (dice.Whole(0, 10) + dice.Whole(0, 10) + 1) / 2;
        int Near(int least, int step, int spread, int most) =>
            number == 1 ? least + (step * 5) : Math.Clamp(least + (step * seniority) + dice.Whole(-spread, spread), least, most);
        int salary = Near(160, 6, 3, 220), total = Near(280, 17, 8, 450), quota = Near(100, 15, 8, 250);
        bool isNew = HiredIn2026.TryGetValue(number, out LocalDate hired);
        if (!isNew)
            hired = new LocalDate(dice.Whole(2017, 2025), dice.Whole(1, 12), 1);
        LocalDate? left = number == 27 ? new LocalDate(2026, 8, 31) : null;
        string plan = number is 9 or 31 ? "am-ramp" : "am";
        return new(number, id, Names.Sellers[number - 1], FormattableString.Invariant($"M{((number - 1) / 10) + 1}"), hired, left, salary * 1000, (total - salary) * 1000, quota * 100_000, plan, seniority);
    }
}
