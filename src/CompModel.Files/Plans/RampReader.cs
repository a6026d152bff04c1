namespace CompModel.Files;

/// <summary>
/// A ramp: "none", a list of shares of quota, or <c>{ shares: [0 %, 50 %], without_quota: target }</c>, which says what months at 0 % pay: their target, or nothing.
/// </summary>
internal static class RampReader
{
    private static readonly string[] Keys = ["shares", "without_quota"];

    /// <summary>The ramp; null, reported, where it does not hold together.</summary>
    internal static Ramp? Read(YamlNode node)
    {
        if (node is YamlNode.Scalar { Text: "none" })
            return Ramp.None;
        if (node is not YamlNode.Mapping)
            return Shares(node, WithoutQuota.Unsaid);
        if (KeyReader.Of(node, "a ramp", Keys) is not { } keys)
            return null;
        WithoutQuota? pays = keys.RequireField("without_quota", "what months at 0 % pay: target or nothing")?.OneOf(("target", WithoutQuota.TargetPaid), ("nothing", WithoutQuota.NothingPaid));
        Ramp? ramp = keys.Require("shares", "a list of shares of quota, month by month") is { } list && pays is { } said ? Shares(list, said) : null;
        return pays == WithoutQuota.TargetPaid ? ramp?.PayingTargetWithoutQuota() : ramp?.PayingNothingWithoutQuota();
    }

    private static Ramp? Shares(YamlNode list, WithoutQuota pays)
    {
        Rational?[]? shares = list.Items("ramp")?.Select(item => item.Field("ramp") is { } field ? Share(field, pays) : null).ToArray();
        return shares is null || shares.Contains(null) ? null : list.Build(() => Ramp.Of([.. shares.Select(share => share!.Value)]));
    }

    private static Rational? Share(Field field, WithoutQuota pays)
    {
        if (field.Text.TrimEnd('%', ' ') is not { Length: > 0 } number || !number.All(letter => letter is '0' or '.'))
            return field.Share();
        if (pays != WithoutQuota.Unsaid)
            return field.Fraction();
        field.Report(
            DiagnosticCode.NumberRange, field.Found, "a share above 0 % and at most 100 %",
            "a month without quota needs to say what it pays: ramp: { shares: [0 %, 50 %], without_quota: target }, or nothing");
        return null;
    }
}
