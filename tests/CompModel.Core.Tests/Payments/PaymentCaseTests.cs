using System.Text.Json;

namespace CompModel.Tests;

/// <summary>Worked cases of Cases/commission.json that payment terms alone decide, by the kind of their inputs.</summary>
public class PaymentCaseTests
{
    private static readonly JsonElement[] Cases =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "commission.json"))).RootElement.EnumerateArray()];

    [Fact]
    public void Advance_infor_m3()
    {
        (JsonElement inputs, JsonElement expected) = Read("advance-infor-m3");
        PeriodPayment month = Payer.Paid(PaymentTerms.AsEarned.With(Holdback.After(1 - (Rational)Number(inputs, "advance_percent"), 1))).First(1, Payer.Earning(Number(inputs, "calculated")))[0];
        Assert.Equal(Number(expected, "paid_now"), month.Paid.Value);
        Assert.Equal(Number(expected, "held"), month.Closing.Held.Value);
    }

    [Fact]
    public void Cash_adempiere()
    {
        (JsonElement inputs, JsonElement expected) = Read("cash-adempiere");
        decimal invoiced = Number(inputs, "invoiced");
        // 4 % of what is sold: a target of 4 % of the quota.
        var plan = new CompensationPlan("p", new OnTargetEarnings(0.Usd, (1_000_000 * Number(inputs, "rate")).Usd), Component.Of(Measure.Bookings, 1, PayoutCurve.Linear).ToDate(Frequency.Monthly))
            .WithPayments(PaymentTerms.AsEarned.With(EventShares.OnCash));
        PaymentInputs sold = Payer.Earning(invoiced).With(new DealEvent("D1", PaymentEvent.Cash, new(2026, 1, 20), (Rational)Number(inputs, "received") / invoiced));
        Assert.Equal(Number(expected, "commission"), new Participant("R1", plan, new Quota(Measure.Bookings, 1_000_000.Usd)).First(1, sold)[0].Paid.Value);
    }

    [Fact]
    public void Draw_climb()
    {
        (JsonElement inputs, JsonElement expected) = Read("draw-climb");
        PeriodPayment month = Payer.Paid(PaymentTerms.AsEarned.With(new Draw.PaidRegardless(Number(inputs, "draw").Usd, Payer.AllYear))).First(1, Payer.Earning(Number(inputs, "earnings")))[0];
        Assert.Equal(Number(expected, "total"), month.Paid.Value);
        Assert.Equal(Number(expected, "excess_paid"), (month.Paid - month.Of(LedgerEntryKind.DrawAdvanced)).Value);
        Assert.Equal(0.Usd, month.Closing.DrawOwed);
    }

    [Theory]
    [InlineData("draw-siebel")]
    [InlineData("draw-xactly-recoverable")]
    public void Recoverable_draws(string id)
    {
        (JsonElement inputs, JsonElement expected) = Read(id);
        decimal[] earnings = Numbers(inputs, "earnings");
        PeriodPayment[] months = Payer.Paid(PaymentTerms.AsEarned.With(new Draw.Recoverable(Number(inputs, "draw").Usd, Payer.AllYear))).First(earnings.Length, Payer.Earning(earnings));
        Assert.Equal(Numbers(expected, "paid"), months.Paid());
        Assert.Equal(Numbers(expected, "owed"), months.Owed());
    }

    [Fact]
    public void Draw_tsm()
    {
        // Each job closes out as somebody who leaves owing its advances, collected at once.
        (JsonElement inputs, JsonElement expected) = Read("draw-tsm");
        JsonElement[] jobs = [.. inputs.GetProperty("jobs").EnumerateArray()];
        for (int i = 0; i < jobs.Length; i++)
        {
            decimal[] job = [.. jobs[i].EnumerateArray().Select(value => value.GetDecimal())];
            Participant closing = Payer.Paid(PaymentTerms.AsEarned.With(NegativeBalance.Collected)).TerminatedOn(new(2026, 1, 31));
            PaymentPosition advanced = PaymentPosition.Owing(Payer.Year.Start, job[3].Usd, 0.Usd);
            PeriodPayment paid = closing.Ledger(Payer.Year, advanced, Payer.Earning((job[0] + job[1]) * job[2])).Payments[0];
            Assert.Equal(Numbers(expected, "gross")[i], paid.Earned.Value);
            Assert.Equal(Numbers(expected, "net")[i], paid.Paid.Value);
        }
    }

    [Fact]
    public void Negative_balance_paymentshield()
    {
        (JsonElement inputs, JsonElement expected) = Read("negative-balance-paymentshield");
        Currency currency = Currency.Of(inputs.GetProperty("currency").GetString()!);
        PaymentPosition opening = PaymentPosition.Owing(Payer.Year.Start, 0.In(currency), (-Number(inputs, "opening_balance")).In(currency));
        PeriodPayment month = Payer.Paid(PaymentTerms.AsEarned, currency).Ledger(Payer.Year, opening, Payer.Earning(currency, Number(inputs, "earned"))).Payments[0];
        Assert.Equal(Number(expected, "paid"), month.Paid.Value);
        Assert.Equal(Number(expected, "closing_balance"), month.Closing.Carried.Value);
    }

    [Fact]
    public void Clawback_core8()
    {
        (JsonElement inputs, JsonElement expected) = Read("clawback-core8");
        Money earned = Number(inputs, "earned").Usd;
        Assert.Equal(Number(expected, "adjustment"), -Clawback.Whole.Taking(Number(inputs, "clawback_percent")).Of(earned, earned, 0).Value);
    }

    [Fact]
    public void Clawback_amant_cascade()
    {
        (JsonElement inputs, JsonElement expected) = Read("clawback-amant-cascade");
        decimal sale = Number(inputs, "sale");
        var taken = Clawback.Whole.Through(inputs.GetProperty("rates").EnumerateObject().Select(rate => (rate.Name, (sale * rate.Value.GetDecimal()).Usd, (sale * rate.Value.GetDecimal()).Usd)), 0);
        foreach (JsonProperty each in expected.GetProperty("clawback").EnumerateObject())
            Assert.Equal(each.Value.GetDecimal(), -taken[each.Name].Value);
        Assert.Equal(Number(expected, "total"), -taken.Values.Sum(amount => amount.Value));
    }

    private static (JsonElement Inputs, JsonElement Expected) Read(string id)
    {
        JsonElement found = Cases.Single(each => each.GetProperty("id").GetString() == id);
        return (found.GetProperty("inputs"), found.GetProperty("expected"));
    }

    private static decimal Number(JsonElement element, string name) => element.GetProperty(name).GetDecimal();

    private static decimal[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDecimal())];
}
