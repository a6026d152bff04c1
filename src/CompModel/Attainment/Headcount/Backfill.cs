namespace CompModel;

/// <summary>Who follows somebody who leaves.</summary>
public enum Backfill
{
    /// <summary>A new hire on the position's plan and earnings, with the plan's ramp from the first day: the default.</summary>
    Ramping,

    /// <summary>Somebody who needs no ramp, such as a transfer: all of the quota from the first day.</summary>
    FullQuota,

    /// <summary>Nobody in the year.</summary>
    Nobody,
}
