namespace RaidDocs.Domain.Access;

/// <summary>The kinds of record that access is decided for. A kind is also a group of fields: names, medical and court facts are kinds of their own.</summary>
public enum RecordKind
{
    /// <summary>The raid, its counts, chronology, checklist, sources and interventions.</summary>
    Raid,

    /// <summary>Who works on it, and who is kept from it.</summary>
    Team,

    /// <summary>Who may read the names of its women, beside those whose role may.</summary>
    NamesRight,

    /// <summary>A woman by her code: stays, labels, ages, procedures, money.</summary>
    Woman,

    /// <summary>What she is called. To read is to know how many names there are; to reveal is to see them.</summary>
    WomanName,

    /// <summary>What tests on her body were and showed.</summary>
    Medical,

    Testimony,

    Consent,

    /// <summary>The numbers of her family, and what was spoken with them.</summary>
    Family,

    Violation,

    /// <summary>The acts and articles that the organisation added to the lists.</summary>
    OwnList,

    /// <summary>Court cases, hearings and orders, and the time limits that run.</summary>
    Court,

    /// <summary>The rules from which time limits are counted.</summary>
    ClockRule,

    Facility,

    /// <summary>Files. To read is to know of one and to open a copy of it; to reveal is to open an original.</summary>
    Evidence,

    /// <summary>A printed chapter or a case file that leaves.</summary>
    Document,

    /// <summary>People who sign in, and what is set for the house.</summary>
    House,

    /// <summary>Which role somebody has, and whom the administrator puts on a team.</summary>
    Role,

    /// <summary>The keys of the store.</summary>
    Key,

    /// <summary>Copies of the whole store, sealed. To export is to make, check or take one.</summary>
    Backup,

    /// <summary>All cases and files at once, as a copy for another store.</summary>
    WholeRecord,

    /// <summary>Many cases that are brought in from a file: to read is to send one and have it checked, to record is to bring it in.</summary>
    Import,

    /// <summary>What waits for a second person.</summary>
    Approval,

    AuditLog,
}

public enum Act
{
    Read,

    /// <summary>Make or change.</summary>
    Record,

    /// <summary>See what is hidden by default.</summary>
    Reveal,

    /// <summary>Take it out of the program.</summary>
    Export,

    /// <summary>Make two records of one woman into one.</summary>
    Join,

    /// <summary>Delete it for good.</summary>
    Erase,
}

public enum Decision
{
    Allow,

    /// <summary>Not hers to know of: answered as if it did not exist.</summary>
    NotFound,

    /// <summary>Hers, once she has proved her second factor again.</summary>
    StepUp,

    /// <summary>Hers, once a second person has agreed.</summary>
    NeedsSecond,
}

/// <summary>What is asked for, and how the viewer stands to it. What is null is not known yet, or does not apply.</summary>
public readonly record struct Asked(RecordKind Kind, Act Act)
{
    /// <summary>Is she on the team of the raid now?</summary>
    public bool? IsOnTeam { get; init; }

    /// <summary>The raid keeps her out, whatever her role.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Has a leader named her for the names of this raid, and is that not over?</summary>
    public bool? HasNamesRight { get; init; }

    /// <summary>She has read as many names today as one person may alone.</summary>
    public bool IsOverQuota { get; init; }

    /// <summary>A second person has agreed.</summary>
    public bool HasSecond { get; init; }
}
