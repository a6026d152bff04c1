using CompModel.Files;
using NodaTime;

namespace CompModel.Samples;

/// <summary>
/// The deals of 2026. Everybody gets a result for the year, bell-shaped around what lands the company at its plan; it falls on quarters as the quotas do,
/// give or take, and there on three to seven deals of unequal size, most of them late in the quarter. Some deals are shared, some are taken back.
/// </summary>
internal sealed class DealYear(Case force)
{
    private static readonly int[] Sizes = [1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 10];
    private readonly List<Row> rows = [];

    private sealed record Row(int Seller, string RepId, LocalDate Closed, long Amount, string Account, string Product, int Term, long Annual)
    {
        public string DealId { get; set; } = "";
    }

    public string File()
    {
        foreach (Seller seller in Seller.All)
            Sell(seller);
        Row[] deals = [.. rows.OrderBy(row => row.Closed).ThenBy(row => row.Seller).ThenBy(row => row.Account, StringComparer.Ordinal)];
        for (int i = 0; i < deals.Length; i++)
            deals[i].DealId = FormattableString.Invariant($"D{i + 1:0000}");

        var lines = new List<(LocalDate Date, int Order, object?[] Fields)>();
        foreach ((Row deal, int i) in deals.Select((deal, i) => (deal, i)))
        {
            var dice = new Dice($"deal/{deal.DealId}");
            (string Id, int Percent)[] credits = Shared(deal, dice);
            lines.AddRange(credits.Select(credit => (deal.Closed, i, Fields(deal, credit.Id, deal.Closed, deal.Amount, credit.Percent, "booking"))));
            if (Refund(deal, dice) is { } refund)
                lines.AddRange(credits.Select(credit => (refund.Date, deals.Length + i, Fields(deal, credit.Id, refund.Date, -refund.Amount, credit.Percent, "refund"))));
        }
        var csv = new Csv("deal_id,rep_id,close_date,amount,currency,credit_pct,type,account,product,term_months,annual_value");
        foreach ((_, _, object?[] fields) in lines.OrderBy(line => line.Date).ThenBy(line => line.Order))
            csv.Add(fields);
        return csv.ToString();
    }

    private void Sell(Seller seller)
    {
        var dice = new Dice($"year/{seller.Id}");
        // Street quota is 10 % over plan, so that 1/1.10 on average lands there; two in three are within 0.22 of it.
        decimal result = Math.Clamp(0.91m + (0.22m * dice.Bell()), 0.40m, 1.65m);
        ComponentTerms terms = EnterpriseAccountManager.Bookings(force.SalesForce.Hierarchy.Find(seller.Id), force.Year);
        foreach (PeriodTerms period in terms.Periods)
        {
            var employed = new DateRange(seller.Hired, seller.Left?.PlusDays(1) ?? force.Year.End);
            DateRange days = period.Period.Days.Intersect(employed);
            if (days.IsEmpty)
                continue;
            decimal amount = (decimal)period.Quota.Value.Floor() * result * Math.Clamp(1m + (0.15m * dice.Bell()), 0.5m, 1.5m);
            int count = Math.Max(1, dice.Whole(3, 5 + (period.Period.Number == 4 ? 2 : 0)) * days.Days / period.Period.Days.Days);
            int[] sizes = [.. Enumerable.Range(0, count).Select(_ => dice.OneOf(Sizes))];
            foreach (int size in sizes)
                rows.Add(Deal(seller, dice, days, amount * size / sizes.Sum()));
        }
    }

    private static Row Deal(Seller seller, Dice dice, DateRange days, decimal amount)
    {
        int years = dice.OneOf(1, 1, 1, 1, 2, 3, 3);
        long annual = Math.Max(10_000, (long)(amount / years / 1_000) * 1_000);
        // The later of two days: quarters end in a rush. Nothing is signed at the weekend.
        LocalDate closed = days.Start.PlusDays(Enumerable.Range(0, 2).Max(_ => dice.Whole(0, days.Days - 1)));
        if (closed.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            LocalDate friday = closed.With(DateAdjusters.Previous(IsoDayOfWeek.Friday));
            closed = friday >= days.Start ? friday : closed.With(DateAdjusters.Next(IsoDayOfWeek.Monday));
        }
        return new(seller.Number, seller.Id, closed, annual * years, Names.Account(seller.Number, dice.Whole(0, 7)), dice.OneOf(Names.Products), 12 * years, annual);
    }

    // One deal in forty is shared with the next seller of the team who was there.
    private static (string Id, int Percent)[] Shared(Row deal, Dice dice)
    {
        Seller owner = Seller.All[deal.Seller - 1];
        Seller? other = Seller.All.FirstOrDefault(seller =>
            seller.Number > owner.Number && seller.ManagerId == owner.ManagerId && seller.Hired <= deal.Closed && !(seller.Left < deal.Closed));
        if (dice.Whole(1, 40) > 1 || other is null)
            return [(owner.Id, 100)];
        int part = dice.OneOf(50, 60, 70);
        return [(owner.Id, part), (other.Id, 100 - part)];
    }

    // One deal in forty is taken back within four months, in part or as a whole.
    private static (LocalDate Date, long Amount)? Refund(Row deal, Dice dice)
    {
        LocalDate date = deal.Closed.PlusDays(dice.Whole(20, 120));
        long amount = deal.Amount * dice.OneOf(25, 50, 100) / 100;
        bool there = Seller.All.Where(seller => seller.ManagerId == Seller.All[deal.Seller - 1].ManagerId).All(seller => !(seller.Left < date));
        return dice.Whole(1, 40) == 1 && there && date.Year == 2026 ? (date, amount) : null;
    }

    private static object?[] Fields(Row deal, string rep, LocalDate date, long amount, int percent, string type) =>
        [deal.DealId, rep, date, amount, "USD", percent, type, deal.Account, deal.Product, deal.Term, deal.Annual];
}
