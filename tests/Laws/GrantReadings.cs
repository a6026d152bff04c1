namespace CompModel.Tests;

/// <summary>What tests ask grants for.</summary>
internal static class GrantReadings
{
    extension(Grant grant)
    {
        /// <summary>The schedule of a grant that vests by time alone.</summary>
        public VestingSchedule Schedule => ((VestingTerms.ByTime)grant.Terms).Schedule;
    }

    extension(IEnumerable<Tranche> tranches)
    {
        /// <summary>All of their shares.</summary>
        public Rational Shares => tranches.Aggregate(Rational.Zero, (sum, tranche) => sum + tranche.Shares);
    }
}
