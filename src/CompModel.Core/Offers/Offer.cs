using NodaTime;

namespace CompModel;

/// <summary>
/// What an offer letter promises: a participant with salary, raises, plan and first day; a sign-on bonus; grants and refreshers; a 401(k) match with what the person would defer;
/// benefits; and the taxes that the employer pays on top. Everything in the currency that the plan pays. Immutable; the verbs answer changed copies. It says what is
/// promised; <see cref="Project(IReadOnlyList{PlanYear})"/> says what that comes to by year.
/// </summary>
public sealed class Offer
{
    private Offer(State state)
    {
        Currency pays = state.Participant.OnTarget.Total.Currency;
        Check("sign-on bonus", state.SignOn?.Total.Currency);
        Check("share price", state.Price?.Price.Currency);
        foreach (Refresher refresher in state.Refreshers)
            Check("refresher", refresher.Currency);
        foreach (Benefit benefit in state.Benefits)
            Check($"benefit '{benefit.Name}'", benefit.Value.Currency);
        state.Match.Check(pays);
        foreach (RetirementLimits limits in state.Limits.Values)
            limits.Check(pays);
        if (state.Deferral is Deferral.MoneyEachPeriod deferral)
            Check("deferral", deferral.Amount.Currency);
        _ = state.SignOn?.DueFrom(state.Participant.Hired);
        if (state.Grants.FirstOrDefault(grant => grant.Granted < state.Participant.Hired) is { } early)
            throw new ArgumentException(FormattableString.Invariant($"Offer '{state.Name}' starts on {state.Participant.Hired:uuuu-MM-dd}; grant '{early.Id}' is of {early.Granted:uuuu-MM-dd}, before it."), "grants");
        Current = state;

        void Check(string what, Currency? currency)
        {
            if (currency is { } other && other != pays)
                throw new ArgumentException($"Offer '{state.Name}' pays {pays}; its {what} is in {other}.");
        }
    }

    /// <summary>
    /// An offer of salary and plan alone. Throws for a blank name, for a participant without a first day (see <see cref="Participant.HiredOn"/>), and for one with a last day:
    /// an offer is made to somebody who comes, and what leaving costs is asked of its parts.
    /// </summary>
    public Offer(string name, Participant participant)
        : this(new State(name, Starting(name, participant), null, null, [], [], RetirementMatch.None, Deferral.None, new(RetirementLimits.None), EligiblePay.SalaryAndIncentive, null, [], new(new TaxList())))
    {
    }

    private sealed record State(
        string Name, Participant Participant, SignOnBonus? SignOn, SharePricePath? Price, IReadOnlyList<Grant> Grants, IReadOnlyList<Refresher> Refreshers,
        RetirementMatch Match, Deferral Deferral, EffectiveDated<RetirementLimits> Limits, EligiblePay EligiblePay, int? BirthYear,
        IReadOnlyList<Benefit> Benefits, EffectiveDated<TaxList> EmployerTaxes);

    /// <summary>What it is called beside another.</summary>
    public string Name => Current.Name;

    /// <summary>Who is offered it: salary with raises, plan, quotas, first day.</summary>
    public Participant Participant => Current.Participant;

    /// <summary>The bonus for joining; null for none.</summary>
    public SignOnBonus? SignOn => Current.SignOn;

    /// <summary>The price at which shares are counted; null where there are none.</summary>
    public SharePricePath? SharePrice => Current.Price;

    /// <summary>The grants.</summary>
    public IReadOnlyList<Grant> Grants => Current.Grants;

    /// <summary>The grants promised for later.</summary>
    public IReadOnlyList<Refresher> Refreshers => Current.Refreshers;

    /// <summary>What the employer adds to the 401(k).</summary>
    public RetirementMatch Match => Current.Match;

    /// <summary>What the person would defer.</summary>
    public Deferral Deferral => Current.Deferral;

    /// <summary>The law's limits, each from the 1 January of its year; the last known goes on.</summary>
    public EffectiveDated<RetirementLimits> Limits => Current.Limits;

    /// <summary>What of pay deferral and match count; salary and incentive unless said.</summary>
    public EligiblePay EligiblePay => Current.EligiblePay;

    /// <summary>The benefits.</summary>
    public IReadOnlyList<Benefit> Benefits => Current.Benefits;

    /// <summary>The taxes that the employer pays on top, each list from the 1 January of its year; the last known goes on.</summary>
    public EffectiveDated<TaxList> EmployerTaxes => Current.EmployerTaxes;

    /// <summary>The currency of everything in it.</summary>
    public Currency Currency => Participant.OnTarget.Total.Currency;

    private State Current { get; }

    /// <summary>A copy with a bonus for joining. Throws for an installment before the first day.</summary>
    public Offer WithSignOn(SignOnBonus signOn)
    {
        ArgumentNullException.ThrowIfNull(signOn);
        return new(Current with { SignOn = signOn });
    }

    /// <summary>A copy with grants and, if any, refreshers, counted at a price. Throws for a grant before the first day: nothing vests before it.</summary>
    public Offer WithEquity(SharePricePath price, IEnumerable<Grant> grants, params IEnumerable<Refresher> refreshers)
    {
        ArgumentNullException.ThrowIfNull(price);
        return new(Current with { Price = price, Grants = [.. grants], Refreshers = [.. refreshers] });
    }

    /// <summary>A copy with shares counted at another price.</summary>
    public Offer AtSharePrice(SharePricePath price)
    {
        ArgumentNullException.ThrowIfNull(price);
        return new(Current with { Price = price });
    }

    /// <summary>A copy with a match, what the person would defer, and the law's limits, one for all years.</summary>
    public Offer WithMatch(RetirementMatch match, Deferral deferral, RetirementLimits limits) => WithMatch(match, deferral, new EffectiveDated<RetirementLimits>(limits));

    /// <summary>A copy with a match, what the person would defer, and the law's limits year by year: those of 1 January hold for the calendar year.</summary>
    public Offer WithMatch(RetirementMatch match, Deferral deferral, EffectiveDated<RetirementLimits> limits) =>
        new(Current with { Match = match, Deferral = deferral, Limits = limits });

    /// <summary>A copy whose retirement plan counts other pay. Throws where that is not defined.</summary>
    public Offer MatchingOn(EligiblePay pay) => Enum.IsDefined(pay)
        ? new(Current with { EligiblePay = pay })
        : throw new ArgumentOutOfRangeException(nameof(pay), pay, "Eligible pay is salary, salary and incentive, or all cash.");

    /// <summary>A copy of somebody born in a year, which decides on catch-up; without one there is none. Throws outside 1900 to the year of the start.</summary>
    public Offer BornIn(int year) => year >= 1900 && year <= Participant.Hired.Year
        ? new(Current with { BirthYear = year })
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"A year of birth is from 1900 to {Participant.Hired.Year}, the year of the start.");

    /// <summary>A copy with these benefits. Throws where two have one name.</summary>
    public Offer WithBenefits(params Benefit[] benefits) => benefits.GroupBy(benefit => benefit.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
        ? throw new ArgumentException($"Benefits of an offer differ in name; '{twice.Key}' stands twice.", nameof(benefits))
        : new(Current with { Benefits = [.. benefits] });

    /// <summary>A copy with these taxes on top of wages, the same in all years.</summary>
    public Offer WithEmployerTaxes(params IEnumerable<Tax> taxes) => WithEmployerTaxes(new EffectiveDated<TaxList>(new TaxList(taxes)));

    /// <summary>A copy with these taxes on top of wages, year by year: those of 1 January hold for the calendar year.</summary>
    public Offer WithEmployerTaxes(EffectiveDated<TaxList> taxes)
    {
        ArgumentNullException.ThrowIfNull(taxes);
        return new(Current with { EmployerTaxes = taxes });
    }

    /// <summary>The offer by plan year at target; see the other overload.</summary>
    public OfferProjection Project(IReadOnlyList<PlanYear> years) => Project(years, Rational.One);

    /// <summary>
    /// The offer by plan year at a stated attainment of every quota (1 is 100 %). The years follow one on the other, and the first holds the first day of employment or lies before
    /// it: limits of a calendar year count from its start. Throws otherwise, below zero, and, naming it, for a component that measures what has no quota
    /// and is not among the further credits.
    /// </summary>
    /// <param name="years">Plan years, with any first day.</param>
    /// <param name="attainment">The attainment of each period's quota.</param>
    /// <param name="besides">Credits that count besides: of a commission without quota, of a Spiff.</param>
    public OfferProjection Project(IReadOnlyList<PlanYear> years, Rational attainment, params IEnumerable<Credit> besides) => ProjectionReading.Of(this, years, attainment, [.. besides]);

    /// <summary>What vests when: grants and refreshers, those granted before a day.</summary>
    public IEnumerable<Tranche> Tranches(LocalDate before) => GrantsBefore(before).SelectMany(grant => grant.Tranches());

    private IEnumerable<Grant> GrantsBefore(LocalDate before) => SharePrice is null
        ? []
        : Grants.Where(grant => grant.Granted < before).Concat(Refreshers.SelectMany(refresher => refresher.Grants(Participant.Hired, before, SharePrice)));

    /// <summary>
    /// The expense of grants and refreshers granted before a day, each at the price of its grant date to twelve decimals, by an accounting policy; null where there are none. Throws as
    /// <see cref="Expense.Of"/> does.
    /// </summary>
    public ExpenseSchedule? EquityExpense(ExpensePolicy policy, LocalDate before)
    {
        Grant[] granted = [.. GrantsBefore(before).Where(grant => grant.Tranches().Count > 0)];
        return granted.Length == 0 ? null : Expense.Portfolio(granted.Select((grant, i) => new Award(
            FormattableString.Invariant($"{i + 1}: {grant.Id}"), grant.Granted, SharePrice!.At(grant.Granted).Round(new Rounding(0.000000000001m)), grant.Tranches())), policy);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The age reached in a calendar year; zero where no year of birth is known.</summary>
    internal int AgeIn(int year) => Current.BirthYear is { } born ? year - born : 0;

    private static Participant Starting(string name, Participant participant)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(participant);
        if (participant.Hired == LocalDate.MinIsoValue)
            throw new ArgumentException($"Offer '{name}' needs a first day: participant '{participant.Id}' has none; HiredOn says it.", nameof(participant));
        return participant.Employment.End == LocalDate.MaxIsoValue
            ? participant
            : throw new ArgumentException(FormattableString.Invariant($"Offer '{name}' is for somebody who comes; participant '{participant.Id}' leaves on {participant.Employment.End.PlusDays(-1):uuuu-MM-dd}."), nameof(participant));
    }
}
