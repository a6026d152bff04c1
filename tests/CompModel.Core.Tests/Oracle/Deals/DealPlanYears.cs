using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>Plan years with rated deals for laws; a failing one is made simpler, rule by rule and credit by credit.</summary>
public static class DealPlanYears
{
    public static Arbitrary<DealPlanCase> Arbitrary() => Arb.From(Gen.Choose(0, int.MaxValue).Select(number => DealPlanCases.Of((ulong)number)), Simpler);

    private static IEnumerable<DealPlanCase> Simpler(DealPlanCase plan)
    {
        if (plan.Multipliers.Count > 0)
            yield return plan with { Multipliers = [] };
        if (plan.Limits != LimitRules.None)
            yield return plan with { Limits = LimitRules.None };
        if (plan.Leave is not null)
            yield return plan with { Leave = null };
        for (int i = 0; i < plan.Components.Count; i++)
        {
            if (plan.Components.Count > 1)
                yield return plan with { Components = [.. plan.Components.Where((_, other) => other != i)] };
            foreach (DealComponentCase component in Simpler(plan.Components[i]).Where(simpler => simpler != plan.Components[i]))
                yield return plan with { Components = [.. plan.Components.Select((each, other) => other == i ? component : each)] };
        }
        for (int i = 0; i < plan.Credited.Count; i++)
            yield return plan with { Credited = [.. plan.Credited.Where((_, other) => other != i)] };
    }

    private static IEnumerable<DealComponentCase> Simpler(DealComponentCase component) =>
    [
        component with { Gates = [] },
        component with { Multipliers = [] },
        component with { Limits = LimitRules.None },
        component with { Sizes = SizeRules.All },
        component with { Days = null },
        component with { PositionPercent = LookupRules.Always(100), PayPercent = LookupRules.Always(100) },
        component with { RateBy = null, RateTables = [] },
        component with { KickerPercent = LookupRules.Always(100) },
        component with { KickerCents = LookupRules.Always(0) },
        component with { DealPay = LimitRules.None },
        component with { Order = DealOrder.ByDate },
    ];
}
