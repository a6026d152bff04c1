using BenchmarkDotNet.Attributes;

namespace CompModel.Benchmarks;

/// <summary>The stages of a draw, over a tile of trials.</summary>
public class StreamBenchmarks
{
    private const int Tile = 1024;
    private readonly RandomStream stream = new(1, StreamPurpose.Attainment, 0, EntityHash.Of("R1"));
    private readonly AttainmentModel model = AttainmentModel.LogNormal(mean: 1, cv: 0.35);
    private readonly uint[] words = new uint[Tile];
    private readonly float[] normals = new float[Tile];

    [GlobalSetup]
    public void Fill()
    {
        stream.Words(0, words);
        NormalVariates.Fill(words, normals);
    }

    [Benchmark(OperationsPerInvoke = Tile)]
    public void Words() => stream.Words(0, words);

    [Benchmark(OperationsPerInvoke = Tile)]
    public void Normals() => NormalVariates.Fill(words, normals);

    [Benchmark(OperationsPerInvoke = Tile)]
    public double Attainments()
    {
        double sum = 0;
        foreach (float normal in normals)
            sum += model.FromNormal(normal);
        return sum;
    }
}
