using System.Globalization;

namespace CompModel.Files;

/// <summary>The code words of Open Cap Format, and what they mean here.</summary>
internal static class OpenCapWords
{
    internal const string TermsFile = "OCF_VESTING_TERMS_FILE", TransactionsFile = "OCF_TRANSACTIONS_FILE", TermsObject = "VESTING_TERMS";
    internal const string Issuance = "TX_EQUITY_COMPENSATION_ISSUANCE", OlderIssuance = "TX_PLAN_SECURITY_ISSUANCE";
    internal const string Start = "TX_VESTING_START", Event = "TX_VESTING_EVENT", Acceleration = "TX_VESTING_ACCELERATION";
    internal const string Cancellation = "TX_EQUITY_COMPENSATION_CANCELLATION", OlderCancellation = "TX_PLAN_SECURITY_CANCELLATION";
    internal const string OnStart = "VESTING_START_DATE", OnDate = "VESTING_SCHEDULE_ABSOLUTE", After = "VESTING_SCHEDULE_RELATIVE", OnEvent = "VESTING_EVENT";

    /// <summary>AllocationType.</summary>
    internal static readonly (string Word, ShareAllocation Value)[] Allocations =
    [
        ("CUMULATIVE_ROUND_DOWN", ShareAllocation.CumulativeRoundDown), ("CUMULATIVE_ROUNDING", ShareAllocation.CumulativeRounding),
        ("FRONT_LOADED", ShareAllocation.FrontLoaded), ("BACK_LOADED", ShareAllocation.BackLoaded),
        ("FRONT_LOADED_TO_SINGLE_TRANCHE", ShareAllocation.FrontLoadedToSingleTranche), ("BACK_LOADED_TO_SINGLE_TRANCHE", ShareAllocation.BackLoadedToSingleTranche),
        ("FRACTIONAL", ShareAllocation.Fractional),
    ];

    /// <summary>TerminationWindowType.</summary>
    internal static readonly (string Word, LeavingReason Value)[] Reasons =
    [
        ("VOLUNTARY_OTHER", LeavingReason.VoluntaryOther), ("VOLUNTARY_GOOD_CAUSE", LeavingReason.VoluntaryGoodCause), ("VOLUNTARY_RETIREMENT", LeavingReason.VoluntaryRetirement),
        ("INVOLUNTARY_OTHER", LeavingReason.InvoluntaryOther), ("INVOLUNTARY_DEATH", LeavingReason.InvoluntaryDeath),
        ("INVOLUNTARY_DISABILITY", LeavingReason.InvoluntaryDisability), ("INVOLUNTARY_WITH_CAUSE", LeavingReason.InvoluntaryWithCause),
    ];

    /// <summary>CompensationType.</summary>
    internal static readonly string[] Compensations = ["RSU", "OPTION", "OPTION_NSO", "OPTION_ISO", "CSAR", "SSAR"];

    /// <summary>
    /// VestingDayOfMonth, each meaning first under the word that is written. The day before the start's is no word of the schema, but of generators in use, as is the last.
    /// </summary>
    internal static readonly (string Word, VestingDay Value)[] Days =
    [
        ("VESTING_START_DAY_OR_LAST_DAY_OF_MONTH", VestingDay.OfStart),
        .. Enumerable.Range(1, 28).Select(day => (day.ToString("00", CultureInfo.InvariantCulture), VestingDay.OfMonth(day))),
        .. Enumerable.Range(29, 3).Select(day => ($"{day.ToString(CultureInfo.InvariantCulture)}_OR_LAST_DAY_OF_MONTH", VestingDay.OfMonth(day))),
        ("VESTING_START_DAY_MINUS_ONE", VestingDay.OfStartMinusOne),
        ("VESTING_START_DAY", VestingDay.OfStart),
    ];

    /// <summary>The word for a meaning.</summary>
    internal static string WordFor<T>(this (string Word, T Value)[] words, T value)
        where T : struct => words.First(word => word.Value.Equals(value)).Word;
}
