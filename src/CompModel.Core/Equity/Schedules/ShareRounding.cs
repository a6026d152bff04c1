namespace CompModel;

/// <summary>Where a number of shares goes that is not whole.</summary>
public enum ShareRounding
{
    /// <summary>Down to whole shares: the default.</summary>
    Down,

    /// <summary>Up to whole shares.</summary>
    Up,

    /// <summary>To the nearest, half a share up.</summary>
    Nearest,
}

/// <summary>Rounds numbers of shares.</summary>
internal static class ShareRoundings
{
    extension(ShareRounding rounding)
    {
        /// <summary>Whole shares.</summary>
        internal Rational Round(Rational shares) => rounding switch
        {
            ShareRounding.Down => Rational.Of(shares.Floor(), 1),
            ShareRounding.Up => -Rational.Of((-shares).Floor(), 1),
            ShareRounding.Nearest => Rational.Of((shares + ((Rational)1 / 2)).Floor(), 1),
            _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Shares are rounded down, up or to the nearest."),
        };
    }
}
