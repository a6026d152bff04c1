namespace CompModel;

/// <summary>Where a pay date goes that falls on a day off: a weekend or a holiday.</summary>
public enum DayOffMove
{
    /// <summary>To the last business day before it, as payrolls do; forward where that would be before the period has closed: the default.</summary>
    Back,

    /// <summary>To the next business day.</summary>
    Forward,

    /// <summary>Nowhere: it is paid on a day off.</summary>
    None,
}
