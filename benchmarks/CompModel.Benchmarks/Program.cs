using System.Globalization;
using BenchmarkDotNet.Running;
using CompModel.Benchmarks;

if (args is ["statements", .. var numbers])
{
    int[] given = [.. numbers.Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
    StatementRunMeasure.Run(given.ElementAtOrDefault(0) is > 0 and var people ? people : 100_000, given.ElementAtOrDefault(1) is > 0 and var threads ? threads : Environment.ProcessorCount);
    return;
}
if (args is ["simulation", .. var sizes])
{
    int[] given = [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
    SimulationRunMeasure.Run(given.ElementAtOrDefault(0) is > 0 and var people ? people : 1_000, given.ElementAtOrDefault(1) is > 0 and var trials ? trials : 20_000, given.ElementAtOrDefault(2) is > 0 and var threads ? threads : Environment.ProcessorCount);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
