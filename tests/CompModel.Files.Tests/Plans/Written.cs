using CompModel.Files;

namespace CompModel.Tests;

/// <summary>Plans as plan.yaml writes them, with one component that a test is about.</summary>
internal static class Written
{
    /// <summary>A file whose plan has a component in flow style; a second one carries the weight that the first may not have.</summary>
    public static string File(string component, string ofPlan = "") => $$"""
        year: 2026
        currency: USD
        measures: { margin: money, logos: units, csat: score }
        plans:
          - id: ae
            base: 100000
            target_incentive: 50000
            {{ofPlan}}
            components:
              - {{component}}

        """;

    /// <summary>The one component that a text says. Fails with its diagnostics where it is refused.</summary>
    public static Component Component(string component)
    {
        PlanFile? file = Read(File(component), out DiagnosticLog log);
        Assert.Empty(log.Diagnostics);
        return Assert.Single(file!.Plans["ae"].Components);
    }

    /// <summary>The plan that holds a bookings component of the whole weight and some keys more.</summary>
    public static CompensationPlan Plan(string keys)
    {
        PlanFile? file = Read(File("{ measure: bookings, weight: 100 %, pays: annual, curve: linear }", keys), out DiagnosticLog log);
        Assert.Empty(log.Diagnostics);
        return file!.Plans["ae"];
    }

    public static PlanFile? Read(string text, out DiagnosticLog log)
    {
        log = new();
        return SourceText.Decode("plan.yaml", System.Text.Encoding.UTF8.GetBytes(text), log) is { } source ? PlanFile.Read(source) : null;
    }

    /// <summary>Codes and places where a component, marked by carets, is refused.</summary>
    public static void Refused(string markedComponent, string codes)
    {
        var marked = new Marked(File(markedComponent));
        Read(marked.Text, out DiagnosticLog log);
        Assert.Equal(marked.Expected(codes), Marked.Places(log.Diagnostics, "plan.yaml"));
    }
}
