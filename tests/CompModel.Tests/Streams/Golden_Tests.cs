namespace CompModel.Tests;

/// <summary>
/// Digests of what the same names give on every machine: a change of one bit is a new stream version, not a new digest.
/// Values are digested little endian. The words' digest agrees with that of an independent program in another language.
/// </summary>
public sealed class Golden_Tests
{
    private const int Count = 65536;

    [Fact]
    public void Words_of_stream_version_1_never_change() =>
        Assert.Equal("a52ad19ed134e047c7abdc7d58975e38e481596fbc72cacbbd3bdfef11879408", Sample.Digest<uint>(Words()));

    [Fact]
    public void Normals_of_stream_version_1_never_change() =>
        Assert.Equal("faa3f7a4b12a2dab0b7e110ddda8584bd6facfe572bf703505c10bd55d1a940d", Sample.Digest<float>(Normals()));

    [Fact]
    public void Fast_powers_of_stream_version_1_never_change()
    {
        // Lognormal attainment with mean 1 and σ = 0.35, as a draw makes it.
        double scale = 0.35 * PortableMath.Log2E;
        double shift = -0.5 * 0.35 * scale;
        Assert.Equal("a58582564295cfd49ad85661d4d4d1ac7200aec882b88081a4987244e452c0f0", Digest(Normals().Select(z => PortableMath.FastExp2(Math.FusedMultiplyAdd(z, scale, shift)))));
    }

    [Fact]
    public void Table_of_normal_variates_never_changes() =>
        Assert.Equal("5db708abc296f9315ade2cbd6a9a15302875aa4733dfa25df264e67b49444967", Sample.Digest(NormalVariates.Coefficients));

    [Fact]
    public void Portable_functions_never_change()
    {
        Assert.Equal("b7f1845ef9d85aa5e92f8aecfcaaefcf41ae48bdaadffdbf469420c9adb661e1", Digest(Sample.Between(-750, 715, Count).Select(PortableMath.Exp)));
        Assert.Equal("218650bd426217098d66fb1c04134c6023cb01f245e6f553d62cd536d38a9c21", Digest(Sample.Between(-1080, 1030, Count).Select(PortableMath.Exp2)));
        Assert.Equal("838809c5cf3975c6a72680efef8549a01b77b0f703abcd5908821416566860b2", Digest(Sample.Between(-1074, 1024, Count).Select(PortableMath.Exp2).Select(PortableMath.Log)));
        Assert.Equal("2a241c44007a2510671581753fc6d8481314c2e2ea74bf96de64505a2bab2d1d", Digest(Sample.Between(0, 1, Count).Select(PortableNormal.Quantile)));
        Assert.Equal("34c66bad97a2679ea874a5a89d692b6a2867188bc5a6d48d63291af56643c020", Digest(Sample.Between(-1074, -3, Count).Select(PortableMath.Exp2).Select(PortableNormal.QuantileUpper)));
        Assert.Equal("bb15a824db3db662d877860e9c150e2cc08c005d8ce6f54c45c434ffe3359912", Digest(Sample.Between(-41, 41, Count).Select(PortableNormal.Cdf)));
        Assert.Equal("9e302eec221e65625625a2b9c30edf464935e5ace36295dd4f7895bb4710d2ab", Digest(Sample.Between(-41, 41, Count).Select(PortableNormal.Density)));
    }

    private static uint[] Words()
    {
        var words = new uint[Count];
        new RandomStream(2026, StreamPurpose.Attainment, 3, EntityHash.Of("R-0001")).Words(0, words);
        return words;
    }

    private static float[] Normals()
    {
        var normals = new float[Count];
        NormalVariates.Fill(Words(), normals);
        return normals;
    }

    private static string Digest(IEnumerable<double> values) => Sample.Digest<double>(values.ToArray());
}
