namespace RaidDocs.Domain.Clocks;

/// <summary>What the limits are about that start from a trigger.</summary>
public static class ClockTriggers
{
    /// <summary>
    /// True where a limit says how long she may be held (R9, R10, R12, R30 to R32, R37, R38, R49). The others are hers to keep, the prosecutor's,
    /// or reminders of ours: early testimony (R18), compensation (R17), money from the State (R52), an appeal, her consent (R58).
    /// </summary>
    public static bool HoldsHer(this ClockTrigger trigger) => trigger is not
        (ClockTrigger.AskedToTestify or ClockTrigger.Indictment or ClockTrigger.KnewOfOffence or ClockTrigger.JudgmentRead or ClockTrigger.ConsentGiven);
}
