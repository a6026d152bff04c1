using FsCheck;
using FsCheck.Fluent;

namespace CompModel.Tests;

/// <summary>
/// The plan year of a number, under a seed: an even one is of curves, seasons, ramps, leaves and raises, an odd one of deals, tables, conditions and bounds. It follows
/// from seed and number alone, whatever ran before and on however many cores.
/// </summary>
internal static class NumberedPlanYear
{
    /// <summary>Where it disagrees, and what it is; null where it does not.</summary>
    public static string? Difference(ulong seed, long number, Check check)
    {
        object? plan = null;
        try
        {
            ulong drawn = Mixed(seed, (ulong)number);
            int cut = (int)(drawn >> 40);
            string? difference;
            if (number % 2 == 0)
            {
                PlanYearCase curves = (number % 4 == 0 ? PlanYearCases.Any : PlanYearCases.Changing).Sample(1, new Rnd(drawn, (drawn << 1) | 1), 50).Single();
                plan = curves;
                difference = check == Check.Oracle ? PlanYearAgreement.Difference(curves) : Conservation.Difference(curves.Participant, curves.Year, curves.Credits, cut);
            }
            else
            {
                DealPlanCase deals = DealPlanCases.Of(drawn);
                plan = deals;
                difference = check == Check.Oracle ? DealAgreement.Difference(deals) : Conservation.Difference(deals.Participant, deals.Year, deals.Credits, cut);
            }
            return difference is null ? null : $"{difference}\n{plan}";
        }
        catch (Exception error)
        {
            return $"{error}\n{plan}";
        }
    }

    // Neighbouring numbers share nothing: the finalizer of SplitMix64.
    private static ulong Mixed(ulong seed, ulong number)
    {
        ulong mixed = (seed * 0xD1342543DE82EF95UL) + (number * 0x9E3779B97F4A7C15UL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
