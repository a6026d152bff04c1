using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompModel.Reports;

/// <summary>
/// An exact number in JSON: a number where its decimals end within the 28 digits that a decimal holds, and otherwise a string of two whole numbers, "1/3".
/// </summary>
[JsonConverter(typeof(ExactConverter))]
internal readonly record struct Exact(Rational Value)
{
    private const int MostDigits = 28;

    public static implicit operator Exact(Rational value) => new(value);

    public static implicit operator Exact(Amount amount) => new(amount.Value);

    public static implicit operator Exact(Money money) => new(money.Value);

    /// <summary>"-1234.5", or "1/3" where there is no such decimal.</summary>
    public override string ToString() => Decimal() ?? Fraction;

    private string Fraction => string.Create(CultureInfo.InvariantCulture, $"{Value.Numerator}/{Value.Denominator}");

    internal string? Decimal()
    {
        BigInteger scale = BigInteger.One;
        for (int decimals = 0; decimals <= MostDigits; decimals++, scale *= 10)
        {
            Rational scaled = Value.Abs() * Rational.Of(scale, BigInteger.One);
            if (!scaled.IsInteger)
                continue;
            string digits = scaled.Numerator.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
            if (digits.TrimStart('0').Length > MostDigits)
                return null;
            return (Value.Sign < 0 ? "-" : "") + digits[..^decimals] + (decimals == 0 ? "" : "." + digits[^decimals..]);
        }
        return null;
    }
}

/// <summary>Writes exact numbers; statements are never read from JSON.</summary>
internal sealed class ExactConverter : JsonConverter<Exact>
{
    public override Exact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Statements are written, not read.");

    public override void Write(Utf8JsonWriter writer, Exact value, JsonSerializerOptions options)
    {
        if (value.Decimal() is { } number)
            writer.WriteRawValue(number);
        else
            writer.WriteStringValue(value.ToString());
    }
}
