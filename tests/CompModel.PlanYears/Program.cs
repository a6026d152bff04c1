using System.Diagnostics;
using System.Globalization;
using CompModel.Tests;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Options options;
try
{
    options = Options.Of(args);
}
catch (ArgumentException error)
{
    Console.Error.WriteLine($"{error.Message}\n{Options.Usage}");
    return 2;
}

const int Block = 500;
var clock = Stopwatch.StartNew();
long done = 0, disagreements = 0, first = long.MaxValue, shown = 0;
string what = "";
object gate = new();
Parallel.For(0L, (options.Count + Block - 1) / Block, block =>
{
    long start = options.From + (block * Block), end = Math.Min(start + Block, options.From + options.Count);
    for (long number = start; number < end; number++)
    {
        if (NumberedPlanYear.Difference(options.Seed, number, options.Check) is not { } difference)
            continue;
        lock (gate)
        {
            disagreements++;
            if (number < first)
                (first, what) = (number, difference);
        }
    }
    lock (gate)
    {
        done += end - start;
        long seconds = (long)clock.Elapsed.TotalSeconds;
        if (seconds < shown + 10)
            return;
        shown = seconds;
        Console.Error.WriteLine($"{done:N0} of {options.Count:N0} plan-years, {done / clock.Elapsed.TotalSeconds:N0} a second, {disagreements} disagreements");
    }
});
if (disagreements > 0)
    Console.WriteLine($"Plan-year {first}: {what}\nAgain: {Options.Usage.Split(' ')[0]} 1 --from {first} --seed {options.Seed} --check {options.Check.ToString().ToLowerInvariant()}");
Console.WriteLine(
    $"{done:N0} plan-years from number {options.From} on, seed {options.Seed}, check {options.Check.ToString().ToLowerInvariant()}: {disagreements} disagreements"
    + $"{(disagreements > 0 ? $", the first at {first}" : "")}; {clock.Elapsed.TotalSeconds:N0} s");
return disagreements > 0 ? 1 : 0;
