namespace CompModel.Tests;

public class FloatingPointFacts
{
    [Fact]
    public void The_exact_part_knows_no_floating_point_at_all() =>
        Assert.Empty(FloatingPointScan.Find(typeof(Rational).Assembly.Location, _ => true));

    [Fact]
    public void The_scan_finds_every_kind_of_floating_point_that_is_planted()
    {
        List<string> found = FloatingPointScan.Find(typeof(Planted).Assembly.Location, name => name.Contains(nameof(Planted), StringComparison.Ordinal));
        string[] kinds =
        [
            "Field: field", "get_Property: return", "Parameter: parameter", "ListOfDoubles: return", "Constant: ldc.r8", "Convert: conv.r8", "Unsigned: conv.r.un",
            "Single: conv.r4", "Element: ldelem.r8", "Element: stelem.r4", "Indirect: stind.r8", "Local: local", "Call: call of a floating-point member or type",
            "Box: box of a floating-point member or type", "Nullable: return", "Halves: return",
        ];
        Assert.All(kinds, kind => Assert.Contains(found, each => each.EndsWith(nameof(Planted) + "." + kind, StringComparison.Ordinal)));
        Assert.DoesNotContain(found, each => each.Contains("Innocent", StringComparison.Ordinal));
    }
}

#pragma warning disable CA1822, CA1823, CS0169, CS0649, IDE0051, IDE0044
internal sealed class Planted
{
    private readonly double Field;

    public float Property { get; set; }

    public static void Parameter(in double given) => _ = given;

    public static List<double> ListOfDoubles() => [];

    public static object Constant() => 0.1;

    public static long Convert(long value) => (long)((double)value * value);

    public static long Unsigned(ulong value) => (long)(double)value;

    public static long Single(int value) => (long)(float)value;

    public static void Element(double[] from, float[] to) => to[0] = (float)from[0];

    public static void Indirect(out double to) => to = 1;

    public static bool Local(int value)
    {
        double half = value;
        half /= 2;
        return half > 1 && half < 3;
    }

    public static int Call(int value) => (int)Math.Sqrt(value);

    public static string Box(int value) => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", (double)value);

    public static float? Nullable() => null;

    public static Half Halves() => default;

    public static decimal Innocent(decimal value) => value * 2m;
}
