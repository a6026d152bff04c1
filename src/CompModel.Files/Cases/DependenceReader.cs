namespace CompModel.Files;

/// <summary>
/// What people and periods of assumptions.yaml share: <c>company_attainment</c> (a range) or <c>company_correlation</c>, <c>team_correlation</c>,
/// <c>periods</c> and <c>period_correlation</c>.
/// </summary>
internal sealed class DependenceReader(PlanFile plans, KeyReader keys)
{
    internal static readonly string[] Keys = ["company_attainment", "company_correlation", "team_correlation", "periods", "period_correlation"];

    /// <summary>The assumptions with all of it; null, reported, where something is refused. Without assumptions it is checked alone.</summary>
    public Assumptions? Read(Assumptions? assumptions) => WithPeriods(WithTeams(WithCompany(assumptions)));

    private Assumptions? WithCompany(Assumptions? assumptions)
    {
        string? said = keys.Single(["company_attainment", "company_correlation"], "how much people share follows from the company's range");
        if (said == "company_correlation")
            return With(assumptions, said, 0, all => all.WithCompanyCorrelation);
        if (keys.Find("company_attainment") is not { } node || KeyReader.Of(node, "company_attainment", ["p10", "p90"]) is not { } range)
            return assumptions;
        Rational? low = range.RequireField("p10", "company attainment missed in one year of ten, such as 90 %")?.Percent();
        Rational? high = range.RequireField("p90", "company attainment exceeded in one year of ten, such as 110 %")?.Percent();
        return assumptions is null || low is null || high is null ? assumptions : node.Build(() => assumptions.WithCompanyRange(low.Value.ToDouble(), high.Value.ToDouble()));
    }

    private Assumptions? WithTeams(Assumptions? assumptions) => With(assumptions, "team_correlation", 0, all => all.WithTeamCorrelation);

    private Assumptions? WithPeriods(Assumptions? assumptions)
    {
        if (keys.Find("periods") is not { } node)
        {
            _ = keys.Refuse(["period_correlation"], "without periods", "periods, such as 'periods: quarterly', or none", "a model of the year has no periods that correlate");
            return assumptions;
        }
        assumptions = node switch
        {
            YamlNode.Mapping mapping => mapping.Entries.Aggregate(assumptions, Drawn),
            _ when node.Field("periods")?.Frequency() is { } frequency => assumptions is null ? null : node.Build(() =>
                assumptions.Models.Aggregate(assumptions, (all, model) => all.WithPeriods(model.Measure, frequency))),
            _ => null,
        };
        // Where nothing is known of periods, whatever two of them can have.
        int periods = assumptions is null ? 2 : assumptions.Models.Max(model => (int)assumptions.PeriodsOf(model.Measure));
        if (periods > 1)
            return With(assumptions, "period_correlation", -1 / (Rational)(periods - 1), all => all.WithPeriodCorrelation);
        _ = keys.Refuse(["period_correlation"], "with models of the year", "periods such as quarterly, or no period_correlation", "");
        return assumptions;
    }

    private Assumptions? Drawn(Assumptions? assumptions, (YamlNode.Scalar Key, YamlNode Value) entry)
    {
        var field = new Field(entry.Key.Source, "periods", entry.Key.Text, entry.Key.Start);
        Measure? measure = plans.Measures.Find(field);
        Frequency? frequency = entry.Value.Field(entry.Key.Text)?.Frequency();
        if (measure is null || frequency is null || assumptions is null)
            return null;
        if (assumptions.Models.Any(model => model.Measure == measure))
            return entry.Value.Build(() => assumptions.WithPeriods(measure, frequency.Value));
        field.Report(DiagnosticCode.ModelMissing, field.Found, "a measure that has a model under attainment");
        return null;
    }

    private Assumptions? With(Assumptions? assumptions, string key, Rational least, Func<Assumptions, Func<double, Assumptions>> verb)
    {
        if (keys.FindField(key) is not { } field)
            return assumptions;
        if (field.Fraction() is not { } value)
            return null;
        if (value < least || value > Rational.One)
        {
            field.Report(DiagnosticCode.NumberRange, field.Found, $"a correlation from {least} to 1");
            return null;
        }
        return assumptions is null ? null : keys.Find(key)!.Build(() => verb(assumptions)(value.ToDouble()));
    }
}
