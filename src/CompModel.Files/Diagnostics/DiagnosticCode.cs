namespace CompModel.Files;

/// <summary>The kinds of problems that files can have. E_… refuse the input, W_… do not.</summary>
public static class DiagnosticCode
{
    /// <summary>The folder, or a file that is needed, is not there.</summary>
    public const string FileMissing = "E_FILE_MISSING";

    /// <summary>The file is there but cannot be read.</summary>
    public const string FileUnreadable = "E_FILE_UNREADABLE";

    /// <summary>The file is empty.</summary>
    public const string EmptyFile = "E_EMPTY_FILE";

    /// <summary>The file is of another format than its name says.</summary>
    public const string Format = "E_FORMAT";

    /// <summary>The file is not UTF-8.</summary>
    public const string Encoding = "E_ENCODING";

    /// <summary>A size limit: of a file, a field, the number of rows, the depth of nesting, the number of problems listed.</summary>
    public const string Limit = "E_LIMIT";

    /// <summary>A control or invisible character where there can be none.</summary>
    public const string ControlCharacter = "E_CONTROL_CHAR";

    /// <summary>A quote that RFC 4180 does not allow, or that is never closed.</summary>
    public const string CsvQuote = "E_CSV_QUOTE";

    /// <summary>A record with more or fewer fields than the header.</summary>
    public const string CsvFields = "E_CSV_FIELDS";

    /// <summary>A column that is not known.</summary>
    public const string ColumnUnknown = "E_COLUMN_UNKNOWN";

    /// <summary>A column that stands twice.</summary>
    public const string ColumnDuplicate = "E_COLUMN_DUPLICATE";

    /// <summary>A column that is not there.</summary>
    public const string ColumnMissing = "E_COLUMN_MISSING";

    /// <summary>Text that is no YAML, or uses a part of it that is not allowed here.</summary>
    public const string Yaml = "E_YAML";

    /// <summary>Text that is no JSON.</summary>
    public const string Json = "E_JSON";

    /// <summary>A key that is not known.</summary>
    public const string KeyUnknown = "E_KEY_UNKNOWN";

    /// <summary>A key that stands twice.</summary>
    public const string KeyDuplicate = "E_KEY_DUPLICATE";

    /// <summary>A key that is not there.</summary>
    public const string KeyMissing = "E_KEY_MISSING";

    /// <summary>Keys, or columns of a row, that exclude each other.</summary>
    public const string KeyConflict = "E_KEY_CONFLICT";

    /// <summary>A list, a mapping or a value where another of these belongs.</summary>
    public const string Type = "E_TYPE";

    /// <summary>Nothing where a value belongs.</summary>
    public const string ValueMissing = "E_VALUE_MISSING";

    /// <summary>A word that is not one of those allowed.</summary>
    public const string Value = "E_VALUE";

    /// <summary>A malformed id.</summary>
    public const string Id = "E_ID";

    /// <summary>An id that stands twice.</summary>
    public const string DuplicateId = "E_DUPLICATE_ID";

    /// <summary>Text that is no number as files write it.</summary>
    public const string Number = "E_NUMBER";

    /// <summary>A number outside its range.</summary>
    public const string NumberRange = "E_NUMBER_RANGE";

    /// <summary>A number where it must be said that it is a percentage.</summary>
    public const string Percent = "E_PERCENT";

    /// <summary>More decimals than the currency has.</summary>
    public const string MoneyScale = "E_MONEY_SCALE";

    /// <summary>An unknown currency, or one other than the case's.</summary>
    public const string Currency = "E_CURRENCY";

    /// <summary>No exchange rate for an amount's currency and date.</summary>
    public const string RateMissing = "E_RATE_MISSING";

    /// <summary>Two exchange rates for one pair and date.</summary>
    public const string DuplicateRate = "E_DUPLICATE_RATE";

    /// <summary>Text that is no date as files write it.</summary>
    public const string Date = "E_DATE";

    /// <summary>Dates in the wrong order.</summary>
    public const string DateOrder = "E_DATE_ORDER";

    /// <summary>Text that names no period of the plan year.</summary>
    public const string Period = "E_PERIOD";

    /// <summary>A plan that plan.yaml does not define.</summary>
    public const string UnknownPlan = "E_UNKNOWN_PLAN";

    /// <summary>A participant who is not in roster.csv.</summary>
    public const string UnknownParticipant = "E_UNKNOWN_PARTICIPANT";

    /// <summary>A role that nobody in roster.csv has.</summary>
    public const string UnknownRole = "E_UNKNOWN_ROLE";

    /// <summary>A measure that is neither known nor declared.</summary>
    public const string UnknownMeasure = "E_UNKNOWN_MEASURE";

    /// <summary>A component that the participant's plan does not have.</summary>
    public const string UnknownComponent = "E_UNKNOWN_COMPONENT";

    /// <summary>People who report to each other in a circle.</summary>
    public const string Circle = "E_CIRCLE";

    /// <summary>A participant without a quota that the plan needs.</summary>
    public const string QuotaMissing = "E_QUOTA_MISSING";

    /// <summary>Days of the year without a quota.</summary>
    public const string QuotaGap = "E_QUOTA_GAP";

    /// <summary>Two quotas for one day.</summary>
    public const string QuotaOverlap = "E_QUOTA_OVERLAP";

    /// <summary>One booking twice for one participant.</summary>
    public const string DuplicateDeal = "E_DUPLICATE_DEAL";

    /// <summary>Shares of one deal that do not sum to 100 %.</summary>
    public const string SplitSum = "E_SPLIT_SUM";

    /// <summary>Rows of one deal that disagree about the deal.</summary>
    public const string SplitMismatch = "E_SPLIT_MISMATCH";

    /// <summary>A booking below zero, or a refund above.</summary>
    public const string Sign = "E_SIGN";

    /// <summary>Refunds beyond what was booked.</summary>
    public const string ClawbackExceeds = "E_CLAWBACK_EXCEEDS";

    /// <summary>A credit on a day on which the participant is not employed.</summary>
    public const string NotEmployed = "E_NOT_EMPLOYED";

    /// <summary>One result or one period of history twice.</summary>
    public const string DuplicateResult = "E_DUPLICATE_RESULT";

    /// <summary>Two owners of one territory from one day on.</summary>
    public const string DuplicateTerritory = "E_DUPLICATE_TERRITORY";

    /// <summary>One adjustment twice.</summary>
    public const string DuplicateAdjustment = "E_DUPLICATE_ADJUSTMENT";

    /// <summary>Text that is no vesting schedule.</summary>
    public const string Schedule = "E_SCHEDULE";

    /// <summary>A grant that no row or issuance defines.</summary>
    public const string UnknownGrant = "E_UNKNOWN_GRANT";

    /// <summary>Vesting terms that no file defines.</summary>
    public const string UnknownTerms = "E_UNKNOWN_TERMS";

    /// <summary>Exact vestings that do not sum to the shares of their grant.</summary>
    public const string VestingSum = "E_VESTING_SUM";

    /// <summary>A calendar year whose limits or tax rates are asked for and not known.</summary>
    public const string YearMissing = "E_YEAR_MISSING";

    /// <summary>A measure that people are paid on, without an attainment model.</summary>
    public const string ModelMissing = "E_MODEL_MISSING";

    /// <summary>A definition that contradicts itself, such as weights that do not sum to 100 %.</summary>
    public const string Definition = "E_DEFINITION";

    /// <summary>Something that may well be meant, and that this version does not do.</summary>
    public const string NotSupported = "E_NOT_SUPPORTED";

    /// <summary>Credit percentages of at most 1: 0.5 may mean 0.5 % or 50 %.</summary>
    public const string PercentUnitWarning = "W_PERCENT_UNIT";

    /// <summary>A file that is not read, whose name is like one that would be.</summary>
    public const string FileUnknownWarning = "W_FILE_UNKNOWN";

    /// <summary>Credits outside the plan year, which no statement of the year counts.</summary>
    public const string OutsideYearWarning = "W_OUTSIDE_YEAR";

    /// <summary>Several scores in a span over which a plan asks for one.</summary>
    public const string ScoresAddedWarning = "W_SCORES_ADDED";

    /// <summary>Deals of a territory that nobody has.</summary>
    public const string UnknownTerritoryWarning = "W_UNKNOWN_TERRITORY";

    /// <summary>Objects of kinds that are not read.</summary>
    public const string ObjectsPassedOverWarning = "W_OBJECTS_PASSED_OVER";

    /// <summary>A security of Open Cap Format whose vesting start is not recorded: its day of issuance is taken.</summary>
    public const string VestingStartWarning = "W_VESTING_START";

    /// <summary>A refund whose booking is not in the file.</summary>
    public const string RefundWithoutBookingWarning = "W_REFUND_WITHOUT_BOOKING";
}
