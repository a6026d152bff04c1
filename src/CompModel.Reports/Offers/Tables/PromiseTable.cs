namespace CompModel.Reports;

/// <summary>What an offer promises, in words: what the reader holds against the letter.</summary>
internal static class PromiseTable
{
    private const int Below = 2;

    internal static ReportTable Of(OfferFigures figures, string title)
    {
        (Offer offer, Participant person) = (figures.Offer, figures.Offer.Participant);
        CompensationPlan plan = person.Plan;
        var rows = new List<ReportRow>
        {
            Row("First day", ShareFigures.Day(person.Hired)),
            Row("On-target earnings", Earnings(person.OnTarget)),
        };
        rows.AddRange(person.Earnings.Changes.Zip(person.Earnings.Values.Skip(1), (from, earns) => Row($"from {ShareFigures.Day(from)}", Earnings(earns), Below)));
        rows.Add(Row("Plan", plan.Name));
        rows.AddRange(plan.Components.Select(component => Row($"component: {component.Name}", $"{string.Join(", ", component.Tiers)}; pays {Words(component.Basis.Pays)}", Below)));
        if (plan.Ramp.Shares.Count > 0)
            rows.Add(Row("ramp", $"{string.Join(", ", plan.Ramp.Shares.Select(share => Percent(share)))} of quota in the first {plan.Ramp.Shares.Count} months", Below));
        if (plan.Payments.ToString() is { Length: > 0 } payments && plan.Payments != PaymentTerms.AsEarned)
            rows.Add(Row("payment", payments, Below));
        rows.AddRange(person.Quotas.Select(quota => Row($"quota, {quota.Measure}", Dated(quota), Below)));
        if (offer.SignOn is { } bonus)
        {
            rows.Add(Row("Sign-on bonus", string.Join(", ", bonus.DueFrom(person.Hired).Select(part => $"{part.Amount} on {ShareFigures.Day(part.Due)}"))));
            rows.Add(Row("owed back", bonus.Repayment.ToString(), Below));
        }
        if (offer.SharePrice is { } price && figures.Expense is { } expense)
        {
            rows.Add(Row("Share price", price.ToString()));
            rows.AddRange(offer.Grants.Select(grant => Row($"grant: {grant.Id}", Granted(grant), Below)));
            // Awards come in the order in which they were granted, refreshers behind grants; each bears its number.
            rows.AddRange(expense.Awards.Skip(offer.Grants.Count).Select(award => Row(award.Id[(award.Id.IndexOf(' ', StringComparison.Ordinal) + 1)..], Refreshed(award), Below)));
            rows.Add(Row("expensed by", figures.Policy.ToString(), Below));
        }
        if (offer.Match != RetirementMatch.None || offer.Deferral != Deferral.None)
        {
            rows.Add(Row("Retirement plan", offer.Match.ToString()));
            rows.Add(Row("the person defers", $"{offer.Deferral}; counted: {Words(offer.EligiblePay)}", Below));
        }
        rows.AddRange(offer.Benefits.Select(benefit => Row($"Benefit: {benefit.Name}", $"{benefit.Value} a year{(benefit.Cost == benefit.Value ? "" : $", cost {benefit.Cost}")}{(benefit.Growth.Sign == 0 ? "" : $", growing by {Percent(benefit.Growth)} each 1 January")}")));
        if (offer.EmployerTaxes.First.Taxes.Count > 0)
            rows.Add(Row("Employer taxes", string.Join(", ", offer.EmployerTaxes.First.Taxes.Select(tax => tax.Name))));
        return new(title, "part", ["what is promised"], rows);
    }

    private static ReportRow Row(string label, string text, int indent = 0) => new(label, [text], indent);

    private static string Earnings(OnTargetEarnings earns) => $"{earns.Total}: base {earns.Base}, target incentive {earns.TargetIncentive}";

    private static string Dated(Quota quota) => string.Join(", ", quota.Annual.Values.Zip(quota.Annual.Changes.Select(ShareFigures.Day).Prepend(""), (amount, from) => from.Length == 0 ? $"{amount} a year" : $"from {from} {amount}"));

    private static string Granted(Grant grant) => FormattableString.Invariant(
        $"{grant.Shares:#,##0} shares on {ShareFigures.Day(grant.Granted)}, {grant.Terms}{(grant.VestingStart == grant.Granted ? "" : $", vesting from {ShareFigures.Day(grant.VestingStart)}")}");

    private static string Refreshed(Award award) => FormattableString.Invariant(
        $"{ShareFigures.Shares(award.Tranches.Aggregate(Rational.Zero, (sum, tranche) => sum + tranche.Shares))} shares at {award.FairValues.First}, vesting up to {ShareFigures.Day(award.Tranches[^1].Vests)}");

    private static string Words(Frequency pays) => pays switch
    {
        Frequency.Annual => "annually",
        Frequency.SemiAnnual => "half-yearly",
        Frequency.Quarterly => "quarterly",
        _ => "monthly",
    };

    private static string Words(EligiblePay pay) => pay switch
    {
        EligiblePay.Salary => "salary",
        EligiblePay.AllCash => "salary, incentive and sign-on bonus",
        _ => "salary and incentive",
    };

    private static string Percent(Rational fraction) => $"{fraction * 100} %";
}
