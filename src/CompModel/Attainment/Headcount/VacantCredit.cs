namespace CompModel;

/// <summary>Who is credited with what a vacant territory sells.</summary>
public enum VacantCredit
{
    /// <summary>Nobody: it counts as the company's bookings alone. The default.</summary>
    Nobody,

    /// <summary>The managers above, as if somebody had sold it: it rolls up.</summary>
    ManagersTeam,
}
