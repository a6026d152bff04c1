using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>Plan years in which other plans follow the first.</summary>
public static class ChangingPlans
{
    public static Arbitrary<PlanYearCase> Arbitrary() => Arb.From(PlanYearCases.Changing, PlanYearCases.Simpler);
}
