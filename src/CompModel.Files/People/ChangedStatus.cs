namespace CompModel.Files;

/// <summary>What a row of changes.csv says of somebody's status.</summary>
internal enum ChangedStatus
{
    /// <summary>Nothing.</summary>
    Unchanged,

    /// <summary>There: ends a leave.</summary>
    Active,

    /// <summary>Away, up to the next row that says otherwise.</summary>
    Leave,

    /// <summary>There, and on the plan's ramp from that day on: ends a leave.</summary>
    Ramp,

    /// <summary>Gone from that day on.</summary>
    Left,
}

internal static class StatusFields
{
    extension(Field field)
    {
        /// <summary>A status, or nothing; false, reported, for any other word.</summary>
        internal bool Status(out ChangedStatus status)
        {
            status = ChangedStatus.Unchanged;
            if (field.IsEmpty)
                return true;
            if (field.OneOf(("active", ChangedStatus.Active), ("leave", ChangedStatus.Leave), ("ramp", ChangedStatus.Ramp), ("left", ChangedStatus.Left)) is not { } read)
                return false;
            status = read;
            return true;
        }
    }
}
