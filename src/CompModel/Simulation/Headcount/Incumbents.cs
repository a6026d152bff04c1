namespace CompModel;

/// <summary>
/// Who holds a position when, in a tile of trials: one incumbent after another, each from a month of the plan year (0 is the first; <see cref="Months"/> or more: not in this year) up to another, on
/// whose eve they leave (<see cref="StayLaw.BeyondTheYear"/>: they stay). Draws of <see cref="StreamPurpose.Headcount"/>: 0 is the slip of the start; 1 + 2k how long incumbent k stays; 2 + 2k how long
/// it takes until another follows. One word each in every trial, whoever needs it; what nobody in the tile needs, or is sure, is not drawn.
/// </summary>
internal sealed class Incumbents
{
    internal const int Months = 12;

    private readonly List<(byte[] From, byte[] To)> lives = [];

    private Incumbents()
    {
    }

    /// <summary>How many there are at most, in any trial of the tile; at least one, who may come after the year.</summary>
    internal int Count => lives.Count;

    /// <summary>The month from which an incumbent is there, in each trial.</summary>
    internal byte[] From(int incumbent) => lives[incumbent].From;

    /// <summary>The month from which an incumbent is gone, in each trial.</summary>
    internal byte[] To(int incumbent) => lives[incumbent].To;

    /// <summary>The month from which the next one is there.</summary>
    internal int NextFrom(int incumbent, int trial) => incumbent + 1 < lives.Count ? lives[incumbent + 1].From[trial] : Months;

    /// <summary>The incumbents of a position in the trials from <paramref name="firstTrial"/> on.</summary>
    internal static Incumbents Draw(StaffedPosition position, ulong seed, long firstTrial, int count)
    {
        var drawn = new Incumbents();
        uint[] words = new uint[count];
        byte[] from = new byte[count];
        Add(from, position.OpensIn, position.Slip.IsSure, 0, position.Slip.MonthsOf);
        for (int incumbent = 0; ; incumbent++)
        {
            StayLaw stay = incumbent == 0 ? position.FirstStay : position.LaterStay;
            byte[] to = [.. from];
            Add(to, 0, stay.IsSure, 1 + (2 * incumbent), stay.MonthsOf);
            for (int i = 0; i < count; i++)
                to[i] = from[i] < Months ? (byte)Math.Min(to[i], (byte)StayLaw.BeyondTheYear) : (byte)StayLaw.BeyondTheYear;
            drawn.lives.Add((from, to));
            // Whoever leaves on the year's last day has no successor in it.
            if (!position.IsBackfilled || !to.Any(month => month < Months))
                return drawn;
            from = [.. to];
            Add(from, 0, position.TimeToFill.IsSure, 2 + (2 * incumbent), position.TimeToFill.MonthsOf);
        }

        void Add(byte[] months, int more, bool sure, int draw, Func<double, int> law)
        {
            if (!sure)
                new RandomStream(seed, StreamPurpose.Headcount, draw, position.Entity).Words(firstTrial, words);
            for (int i = 0; i < count; i++)
                // The middle of the word's cell: exact, and neither 0 nor 1.
                months[i] = (byte)(months[i] + more + law(sure ? 0.5 : (words[i] + 0.5) / 4294967296));
        }
    }
}
