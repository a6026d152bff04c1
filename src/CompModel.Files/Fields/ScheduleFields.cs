namespace CompModel.Files;

/// <summary>Vesting schedules in files: the text that <see cref="VestingSchedule.Parse"/> reads.</summary>
internal static class ScheduleFields
{
    extension(Field field)
    {
        /// <summary>A schedule by its text, such as "monthly 48 cliff 12"; null, reported, for anything else.</summary>
        public VestingSchedule? Schedule()
        {
            if (field.Required("a vesting schedule, such as 'monthly 48 cliff 12'") is not { } text)
                return null;
            try
            {
                return VestingSchedule.Parse(text);
            }
            catch (FormatException e)
            {
                // The message is one for people; its quotation of the text is ours, with nothing invisible in it.
                string reason = e.Message.Replace($"'{text}'", "it", StringComparison.Ordinal).Split(". Allowed are")[0];
                field.Report(
                    DiagnosticCode.Schedule, field.Found, "a vesting schedule, such as 'monthly 48 cliff 12' or '5% at 12, 15% at 24, 80% at 48'",
                    string.Concat(reason.Where(c => !char.IsControl(c))));
                return null;
            }
        }
    }
}
