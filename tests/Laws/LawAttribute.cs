using FsCheck.Xunit;

namespace CompModel.Tests;

/// <summary>
/// A sentence that is always true, tried on generated values. Runs on one fixed seed, so that a build is reproducible; with the environment variable
/// <c>COMPMODEL_FRESH_SEEDS=1</c> on fresh seeds: <c>COMPMODEL_FRESH_SEEDS=1 dotnet test</c>. A failure prints its seed as "(seed,gamma,size)",
/// which may be pasted as <c>[Law(Replay = "…")]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    /// <summary>Seed and gamma of the generator; the gamma must be odd.</summary>
    public const string FixedSeed = "(20260101,1618033)";

    public LawAttribute()
    {
        QuietOnSuccess = true;
        if (!FreshSeeds)
            Replay = FixedSeed;
    }

    public static bool FreshSeeds => Environment.GetEnvironmentVariable("COMPMODEL_FRESH_SEEDS") == "1";
}
