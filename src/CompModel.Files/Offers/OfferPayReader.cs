using NodaTime;

namespace CompModel.Files;

/// <summary>Who is offered what salary and plan: <c>plan</c>, <c>base</c>, <c>target_incentive</c>, <c>quotas</c>, <c>raises</c>.</summary>
internal sealed class OfferPayReader(KeyReader keys, Currency currency, LocalDate start, Func<string, SourceText?> beside)
{
    // It names the draws and stands in messages: the person has no name yet.
    private const string Id = "offer";

    private static readonly string[] RaiseKeys = ["from", "by", "base", "target_by", "target_incentive"];

    /// <summary>The person with the first day; null, reported, where something is refused. The file that the plan is of is null where even its measures are not known.</summary>
    public Participant? Read(string name, PlanYear year, out PlanFile? plans)
    {
        CompensationPlan? plan = Plan(name, year, out plans);
        OnTargetEarnings? earns = Own(plan, out bool stated);
        Quota[]? quotas = plans is null ? null : Quotas(plans, plan);
        List<(LocalDate From, Func<OnTargetEarnings, OnTargetEarnings?> Raise)>? raises = Raises();
        if (plan is null || !stated || quotas is null || raises is null || earns is null)
            return null;
        Participant? person = keys.Node.Build(() => new Participant(Id, plan, quotas).Earning(earns).HiredOn(start));
        foreach ((LocalDate from, Func<OnTargetEarnings, OnTargetEarnings?> raise) in raises)
        {
            if (raise(earns) is not { } raised)
                return null;
            earns = raised;
            person = person?.EarningFrom(from, raised);
        }
        return person;
    }

    private CompensationPlan? Plan(string name, PlanYear year, out PlanFile? plans)
    {
        plans = null;
        if (keys.Require("plan", "the keys of a plan, or the id of one in plan.yaml beside this file") is not { } node)
            return null;
        if (node is YamlNode.Scalar && node.Field("plan") is { } named)
            return Beside(named, out plans);
        MeasureCatalog measures = MeasureCatalog.Read(keys.Find("measures"));
        measures.DeclareObjectives(new YamlNode.Sequence(node.Source, node.Start, [node]));
        var attributes = new AttributeCatalog();
        var reader = new PlanReader(currency, measures, attributes);
        plans = new(year, currency, measures, attributes, reader);
        return reader.ReadAlone(node, name);
    }

    private CompensationPlan? Beside(Field named, out PlanFile? plans)
    {
        plans = null;
        keys.Refuse(["measures"], $"beside a plan of {PlanFile.FileName}", "measures in that file alone", "");
        if (named.Id() is not { } id || beside(PlanFile.FileName) is not { } source || (plans = PlanFile.Read(source)) is null)
            return null;
        if (plans.Currency != currency)
        {
            named.Report(DiagnosticCode.Currency, $"{named.Found}, and {PlanFile.FileName} is in {plans.Currency}", $"a plan in {currency}, the currency of the offer", "");
            return null;
        }
        if (plans.Plans.TryGetValue(id, out CompensationPlan? plan))
            return plan;
        // A plan that is there and was refused has its problems listed already.
        if (!plans.Refused.Contains(id))
            named.Report(DiagnosticCode.UnknownPlan, named.Found, $"the id of a plan in {PlanFile.FileName}: {string.Join(", ", plans.Plans.Keys)}", Nearest.Hint(id, plans.Plans.Keys));
        return null;
    }

    private OnTargetEarnings? Own(CompensationPlan? plan, out bool stated)
    {
        Money? salary = keys.FindField("base")?.MoneyAtLeastZero(currency), target = keys.FindField("target_incentive")?.MoneyAtLeastZero(currency);
        stated = (salary is not null || !keys.Has("base")) && (target is not null || !keys.Has("target_incentive"));
        if (plan is null || !stated)
            return null;
        return (keys.FindField("base") ?? keys.FindField("target_incentive")) is { } field
            ? field.Earnings(salary ?? plan.OnTarget.Base, target ?? plan.OnTarget.TargetIncentive)
            : plan.OnTarget;
    }

    private Quota[]? Quotas(PlanFile plans, CompensationPlan? plan)
    {
        List<Quota?> quotas = [];
        if (keys.Find("quotas") is { } node)
        {
            if (node is not YamlNode.Mapping stated)
            {
                node.Source.Report(node.Start, DiagnosticCode.Type, $"quotas is {node.Kind}", "measures and their quotas, such as 'bookings: 1500000'", "");
                return null;
            }
            quotas.AddRange(stated.Entries.Select(entry => QuotaOf(plans, entry.Key, entry.Value)));
        }
        if (quotas.Contains(null))
            return null;
        Measure[] missing = [.. (plan?.QuotaMeasures ?? []).Where(measure => quotas.All(quota => quota!.Measure != measure))];
        foreach (Measure measure in missing)
        {
            YamlNode at = keys.Find("quotas") ?? keys.Node;
            at.Source.Report(at.Start, DiagnosticCode.QuotaMissing, $"there is no quota for {measure}", "a quota for each measure of the plan", $"write 'quotas: {{ {measure}: 1500000 }}'");
        }
        return missing.Length == 0 ? [.. quotas.OfType<Quota>()] : null;
    }

    // A number for all time, or a list of numbers with the dates from which they hold.
    private Quota? QuotaOf(PlanFile plans, YamlNode.Scalar key, YamlNode value)
    {
        if (plans.Measures.Find(new(key.Source, "quotas", key.Text, key.Start)) is not { } measure)
            return null;
        if (value is not YamlNode.Sequence list)
            return value.Field(key.Text)?.Quota(measure, currency) is { } annual ? new(measure, annual) : null;
        Quota? quota = null;
        bool good = list.Nodes.Count > 0 || list.Field(key.Text) is not null;
        foreach (YamlNode item in list.Nodes)
        {
            KeyReader? dated = KeyReader.Of(item, "a quota", ["from", "quota"]);
            // The first holds from the beginning.
            LocalDate? from = quota is null && dated?.Has("from") == false ? LocalDate.MinIsoValue : dated?.RequireField("from", "the day from which it holds")?.Date();
            Money? annual = dated?.RequireField("quota", "the quota of a full year")?.Quota(measure, currency);
            if (from is null || annual is null)
                good = false;
            else
                good &= (quota = item.Build(() => quota is null ? new Quota(measure, annual.Value) : quota.From(from.Value, annual.Value)) ?? quota) is not null;
        }
        return good ? quota : null;
    }

    private List<(LocalDate, Func<OnTargetEarnings, OnTargetEarnings?>)>? Raises()
    {
        var raises = new List<(LocalDate From, Func<OnTargetEarnings, OnTargetEarnings?>)>();
        if (keys.Find("raises") is not { } list)
            return raises;
        bool good = true;
        foreach (YamlNode node in list.Items("raises") ?? [])
        {
            LocalDate before = raises.Count == 0 ? start : raises[^1].From;
            if (Raise(node, before) is { } raise)
                raises.Add(raise);
            else
                good = false;
        }
        return good && list is YamlNode.Sequence ? raises : null;
    }

    private (LocalDate, Func<OnTargetEarnings, OnTargetEarnings?>)? Raise(YamlNode node, LocalDate before)
    {
        if (KeyReader.Of(node, "a raise", RaiseKeys) is not { } raise)
            return null;
        Field? date = raise.RequireField("from", "the day from which it holds, such as 2027-03-01");
        LocalDate? from = date?.Date();
        if (from <= before)
        {
            date!.Value.Report(DiagnosticCode.DateOrder, FormattableString.Invariant($"{date.Value.Found}, not after {before:uuuu-MM-dd}"), "raises after the start, in the order of their dates", "");
            from = null;
        }
        Func<Money, Money?>? salary = Change(raise, "by", "base"), target = Change(raise, "target_by", "target_incentive");
        if (raise.Keys.All(key => key == "from"))
        {
            node.Source.Report(node.Start, DiagnosticCode.KeyMissing, "a raise changes nothing", "by: 3 % of base salary, or a new base; target_by or target_incentive likewise", "");
            return null;
        }
        if (from is null || salary is null || target is null)
            return null;
        return (from.Value, earns => salary(earns.Base) is { } paid && target(earns.TargetIncentive) is { } variable ? date!.Value.Earnings(paid, variable) : null);
    }

    // By a percentage, rounded to the minor unit; to a new sum; or not at all.
    private Func<Money, Money?>? Change(KeyReader raise, string by, string to)
    {
        if (raise.Single([by, to], "a raise is by a percentage or to a sum") is not { } key)
            return money => money;
        if (raise.Has(by) && raise.Has(to))
            return null;
        Field? field = raise.FindField(key);
        if (key == to)
            return field?.MoneyAtLeastZero(currency) is { } sum ? _ => sum : null;
        if (field?.Percent() is not { } percent)
            return null;
        if (percent > -1 && percent <= 10)
            return money => raise.Node.Build<object>(() => (money * (1 + percent)).Round(Rounding.ToMinorUnit)) is Money raised ? raised : null;
        field.Value.Report(DiagnosticCode.NumberRange, field.Value.Found, "a percentage above -100 % and at most 1000 %");
        return null;
    }
}
