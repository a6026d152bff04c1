using NodaTime;

namespace CompModel;

internal static class Succession
{
    extension(Participant holder)
    {
        /// <summary>
        /// Whoever comes next: with the position's plans, which may be changed, earnings, quotas, role and managers, and nothing of the predecessor's own: id, dates, leaves, reliefs.
        /// </summary>
        internal Participant Successor(Func<CompensationPlan, CompensationPlan> onPlan)
        {
            Participant next = new Participant($"the successor of {holder.Id}", onPlan(holder.Plan), [.. holder.Quotas]).Earning(holder.OnTarget).InRole(holder.Role).ManagedBy(holder.ManagerId);
            foreach (LocalDate date in holder.Managers.Changes)
                next = next.ManagedByFrom(date, holder.Managers.At(date));
            foreach (LocalDate date in holder.Plans.Changes.Union(holder.Earnings.Changes).Order())
            {
                if (holder.Plans.Changes.Contains(date))
                    next = next.OnPlanFrom(date, onPlan(holder.Plans.At(date)));
                next = next.EarningFrom(date, holder.Earnings.At(date));
            }
            return next;
        }
    }
}
