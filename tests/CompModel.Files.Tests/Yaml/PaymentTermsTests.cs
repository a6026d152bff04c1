using CompModel.Files;

namespace CompModel.Tests;

/// <summary>The payments of plan.yaml: what they are read into, and what is refused where.</summary>
public sealed class PaymentTermsTests
{
    private const string Plan = "year: 2026\ncurrency: USD\nplans:\n  - { id: ae, base: 1, target_incentive: 2, components: [{ measure: bookings, weight: 100 %, pays: annual, curve: linear }], payments: as_earned }\n";
    private static readonly DateRange FirstHalf = new(new(2026, 1, 1), new(2026, 7, 1));
    private static readonly DateRange Always = new(NodaTime.LocalDate.MinIsoValue, NodaTime.LocalDate.MaxIsoValue);

    public static TheoryData<string, PaymentTerms> Written => new()
    {
        { "as_earned", PaymentTerms.AsEarned },
        { "{ paid: quarterly, days_to_pay: 45 }", PaymentTerms.AsEarned.Paying(Frequency.Quarterly).PaidAfter(45) },
        { "{ on_booking: 50 %, on_invoice: 1/5, on_cash: 0.3 }", PaymentTerms.AsEarned.With(new EventShares(50.Percent, 20.Percent, 30.Percent)) },
        { "{ on_cash: 100 % }", PaymentTerms.AsEarned.With(EventShares.OnCash) },
        { "{ on_booking: 0 %, on_cash: 100% }", PaymentTerms.AsEarned.With(EventShares.OnCash) },
        { "{ holdback: { share: 20 %, periods: 3 } }", PaymentTerms.AsEarned.With(Holdback.After(20.Percent, 3)) },
        { "{ holdback: { share: 20 %, until: 2026-12-31 } }", PaymentTerms.AsEarned.With(Holdback.On(20.Percent, new(2026, 12, 31))) },
        { "{ guarantee: { amount: 5000, start: 2026-01-01, stop: 2026-06-30 } }", PaymentTerms.AsEarned.With(Guarantee.Of(5_000.Usd, FirstHalf)) },
        { "{ guarantee: { amount: 5000 } }", PaymentTerms.AsEarned.With(Guarantee.Of(5_000.Usd, Always)) },
        { "{ draw: { kind: recoverable, amount: 4000, start: 2026-01-01, stop: 2026-06-30, share: 50 %, delay: 2 } }", PaymentTerms.AsEarned.With(new Draw.Recoverable(4_000.Usd, FirstHalf, 50.Percent, 2)) },
        { "{ draw: { kind: recoverable, amount: 4000 } }", PaymentTerms.AsEarned.With(new Draw.Recoverable(4_000.Usd, Always)) },
        { "{ draw: { kind: non_recoverable, amount: 4000.5, stop: 2026-06-30 } }", PaymentTerms.AsEarned.With(new Draw.NonRecoverable(4_000.5m.Usd, new(Always.Start, FirstHalf.End))) },
        { "{ draw: { kind: additive, amount: 4000, start: 2026-01-01 } }", PaymentTerms.AsEarned.With(new Draw.Additive(4_000.Usd, new(FirstHalf.Start, Always.End))) },
        { "{ draw: { kind: paid_regardless, amount: 4000, delay: 1 } }", PaymentTerms.AsEarned.With(new Draw.PaidRegardless(4_000.Usd, Always, delay: 1)) },
        { "{ negative_balance: collected }", PaymentTerms.AsEarned.With(NegativeBalance.Collected) },
        { "{ on_leaving: { pay: nothing, draw: forgiven } }", PaymentTerms.AsEarned.With(TerminationPolicy.ForfeitUnpaid, DrawAtTermination.Forgiven) },
        { "{ on_leaving: { pay: payable } }", PaymentTerms.AsEarned.With(TerminationPolicy.PayPayable) },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Payments_read_as_they_are_written(string written, PaymentTerms expected)
    {
        PaymentTerms read = Read(Plan.Replace("as_earned", written, StringComparison.Ordinal), out DiagnosticLog log)!.Plans["ae"].Payments;

        Assert.Empty(log.Diagnostics);
        Assert.Equal(
            (expected.Pays, expected.DaysToPay, expected.EventShares, expected.Holdback, expected.Guarantee, expected.Draw, expected.NegativeBalance, (expected.Termination, expected.DrawAtTermination)),
            (read.Pays, read.DaysToPay, read.EventShares, read.Holdback, read.Guarantee, read.Draw, read.NegativeBalance, (read.Termination, read.DrawAtTermination)));
        Assert.Equal(expected.ToString(), read.ToString());
        Assert.Equal(expected == PaymentTerms.AsEarned, read.IsAsEarned);
    }

    // A caret stands where each problem is expected, in the order of the codes.
    [Theory]
    [InlineData("^at_once", "E_VALUE")]
    [InlineData("^[monthly]", "E_TYPE")]
    [InlineData("{ ^payed: monthly }", "E_KEY_UNKNOWN")]
    [InlineData("{ paid: ^weekly }", "E_VALUE")]
    [InlineData("{ days_to_pay: ^-1 }", "E_NUMBER_RANGE")]
    [InlineData("{ days_to_pay: ^1.5 }", "E_NUMBER_RANGE")]
    [InlineData("{ on_booking: ^50 %, on_cash: 40 % }", "E_DEFINITION")]
    [InlineData("{ on_booking: ^50, on_cash: 50 % }", "E_PERCENT")]
    [InlineData("{ on_booking: ^110 %, on_cash: ^-10 % }", "E_NUMBER_RANGE E_NUMBER_RANGE")]
    [InlineData("{ holdback: ^20 % }", "E_TYPE")]
    [InlineData("{ holdback: ^{ share: 20 % } }", "E_KEY_MISSING")]
    [InlineData("{ holdback: ^{ share: 20 %, periods: 1, until: 2026-12-31 } }", "E_KEY_CONFLICT")]
    [InlineData("{ holdback: { share: ^100 %, periods: 1 } }", "E_DEFINITION")]
    [InlineData("{ holdback: { share: 20 %, periods: ^0 } }", "E_NUMBER_RANGE")]
    [InlineData("{ guarantee: { amount: ^0 } }", "E_NUMBER_RANGE")]
    [InlineData("{ draw: { kind: additive, amount: ^10000000000000 } }", "E_NUMBER_RANGE")]
    [InlineData("{ guarantee: { amount: ^1.005 } }", "E_MONEY_SCALE")]
    [InlineData("{ guarantee: { amount: 1, start: 2026-02-01, stop: ^2026-01-31 } }", "E_DATE_ORDER")]
    [InlineData("{ guarantee: { amount: 1, start: ^2026-02-30 } }", "E_DATE")]
    [InlineData("{ draw: ^{ amount: 1 } }", "E_KEY_MISSING")]
    [InlineData("{ draw: ^{ kind: additive } }", "E_KEY_MISSING")]
    [InlineData("{ draw: { kind: ^recoverble, amount: 1 } }", "E_VALUE")]
    [InlineData("{ draw: { kind: additive, amount: 1, delay: ^1 } }", "E_KEY_CONFLICT")]
    [InlineData("{ draw: { kind: non_recoverable, amount: 1, share: ^50 % } }", "E_KEY_CONFLICT")]
    [InlineData("{ draw: { kind: recoverable, amount: 1, share: ^0 % } }", "E_NUMBER_RANGE")]
    [InlineData("{ draw: { kind: recoverable, amount: 1, delay: ^-1 } }", "E_NUMBER_RANGE")]
    [InlineData("{ negative_balance: ^ignored }", "E_VALUE")]
    [InlineData("{ on_leaving: { pay: ^all } }", "E_VALUE")]
    public void What_is_wrong_with_payments_is_reported_where_it_stands(string written, string expected)
    {
        var marked = new Marked(Plan.Replace("as_earned", written, StringComparison.Ordinal));

        Read(marked.Text, out DiagnosticLog log);

        Assert.Equal(marked.Expected(expected), Marked.Places(log.Diagnostics, "plan.yaml"));
        Assert.True(log.HasErrors);
    }

    [Fact]
    public void Payments_are_inherited_until_a_plan_states_its_own()
    {
        const string Others = "  - { id: same, based_on: ae }\n  - { id: own, based_on: ae, payments: { days_to_pay: 5 } }\n  - { id: plain, based_on: ae, payments: as_earned }\n";
        IReadOnlyDictionary<string, CompensationPlan> plans = Read(Plan.Replace("as_earned", "{ paid: quarterly }", StringComparison.Ordinal) + Others, out DiagnosticLog log)!.Plans;

        Assert.Empty(log.Diagnostics);
        Assert.Equal(
            ["paid quarterly", "paid quarterly", "paid monthly, 5 days after the period's end", "paid monthly"],
            new[] { "ae", "same", "own", "plain" }.Select(id => plans[id].Payments.ToString()));
    }

    [Fact]
    public void The_payments_that_the_sample_documents_are_read()
    {
        string page = File.ReadAllText(Path.Combine(TestFolder.Repository, "samples", "enterprise-account-manager", "README.md"));
        string block = page.Split("```yaml\n")[1].Split("```")[0];
        string plan = Plan.Replace(", payments: as_earned }", "}", StringComparison.Ordinal).Replace("{ id: ae, base: 1, target_incentive: 2, components:", "id: ae\n    base: 1\n    target_incentive: 2\n    components:", StringComparison.Ordinal).Replace("]}\n", "]\n", StringComparison.Ordinal);

        PaymentTerms read = Read(plan + block, out DiagnosticLog log)!.Plans["ae"].Payments;

        Assert.Empty(log.Diagnostics);
        Assert.Equal((30, new EventShares(50.Percent, 20.Percent, 30.Percent), Holdback.After(10.Percent, 3)), (read.DaysToPay, read.EventShares, read.Holdback));
        Assert.IsType<Draw.Recoverable>(read.Draw);
    }

    private static PlanFile? Read(string text, out DiagnosticLog log)
    {
        log = new DiagnosticLog();
        return PlanFile.Read(SourceText.Decode("plan.yaml", System.Text.Encoding.UTF8.GetBytes(text), log)!);
    }
}
