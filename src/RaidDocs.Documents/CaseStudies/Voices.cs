namespace RaidDocs.Documents.CaseStudies;

/// <summary>What the women said, only what each agreed to have quoted.</summary>
public sealed record WhatTheySaid(IReadOnlyList<Quote> Quotes) : Section
{
    public override bool IsEmpty => Quotes.Count == 0;
}

/// <summary>
/// Words of one woman under a code made for this report ("M4"), which joins to no other report. The method says how they
/// were taken down: "In Shan, through a community interpreter, March 2025".
/// </summary>
public sealed record Quote(string Code, IReadOnlyList<QuotedPassage> Passages, string? Method);

/// <summary>Her words as she said them, and in the language of the document where that is another.</summary>
public sealed record QuotedPassage(string Original, string Language, string? Translation = null);

/// <summary>What a smart raid promises and what happened, the authorities' answer and the women's kept apart.</summary>
public sealed record Promises(IReadOnlyList<PromiseRow> Rows) : Section
{
    public override bool IsEmpty => Rows.Count == 0;
}

/// <summary>One criterion. Ours is one that the source does not have and we added.</summary>
public sealed record PromiseRow(
    string Criterion, bool IsOurs, PromiseReply Authorities, PromiseReply Women, IReadOnlyList<PromiseReply> Others,
    IReadOnlyList<string> Sources);

/// <summary>How one voice answers. Others say who they are; for the authorities and the women the column says it.</summary>
public sealed record PromiseReply(PromiseAnswer Answer, string? Note = null, string? Whose = null);

/// <summary>Not known is an answer of its own and never counted as not kept.</summary>
public enum PromiseAnswer
{
    NotKnown,
    Kept,
    Partly,
    NotKept,
}

/// <summary>The rights that were broken.</summary>
public sealed record RightsBroken(IReadOnlyList<RightRow> Rows) : Section
{
    public override bool IsEmpty => Rows.Count == 0;
}

/// <summary>What happened, against which articles, to how many ("15 of 17"), and how strong the evidence is ("two sources").</summary>
public sealed record RightRow(
    string Act, IReadOnlyList<Article> Articles, string HowMany, IReadOnlyList<string> Women, string Strength,
    IReadOnlyList<string> Sources)
{
    /// <summary>What happened in this case, by whom, when.</summary>
    public string? Note { get; init; }
}

/// <summary>"ICCPR 9(1)", with a note where it bound Thailand only later or needs checking.</summary>
public sealed record Article(string Name, string? Note = null);

/// <summary>What it cost the women and those who live on their earnings.</summary>
public sealed record FamiliesAndMoney(IReadOnlyList<MoneyLine> Lines, IReadOnlyList<Line> Families) : Section
{
    /// <summary>"Together about 1,240,000 baht, by the women's own estimate."</summary>
    public string? Total { get; init; }

    public override bool IsEmpty => Lines.Count == 0 && Families.Count == 0;
}

/// <summary>One sum: earnings lost, a fine, a bribe, money taken. The amount is written out: "฿41,500".</summary>
public sealed record MoneyLine(
    string What, string Amount, IReadOnlyList<string> Women, string Whose, IReadOnlyList<string> Sources, string? Note = null);

/// <summary>What the authorities say, in their words.</summary>
public sealed record AuthoritiesSay(IReadOnlyList<Statement> Statements) : Section
{
    public override bool IsEmpty => Statements.Count == 0;
}

/// <summary>A statement by an authority, by office and never by a person's name.</summary>
public sealed record Statement(
    string Who, string? When, string Words, string Language, string? Translation, IReadOnlyList<string> Sources);

/// <summary>What was done about it: letters, visits, calls, complaints, petitions.</summary>
public sealed record WhatWasDone(IReadOnlyList<InterventionRow> Rows) : Section
{
    public override bool IsEmpty => Rows.Count == 0;
}

public sealed record InterventionRow(
    string When, string What, string ToWhom, string? Answer, string? FollowUp, IReadOnlyList<string> Sources);

/// <summary>What we do not know.</summary>
public sealed record NotKnown(IReadOnlyList<NotKnownLine> Lines) : Section
{
    public override bool IsEmpty => Lines.Count == 0;
}

/// <summary>What, and in which way it is unknown: not asked; asked, not known; she would rather not say; withheld for safety.</summary>
public sealed record NotKnownLine(string What, string Why)
{
    public IReadOnlyList<string> Women { get; init; } = [];
}

/// <summary>The list that every mark points to, and how the record was made.</summary>
public sealed record SourcesAndMethod(IReadOnlyList<SourceLine> Sources, IReadOnlyList<string> Method) : Section
{
    /// <summary>The checkpoint of the log that this copy leaves with, its lines in one.</summary>
    public string? LogMark { get; init; }

    public override bool IsEmpty => Sources.Count == 0 && Method.Count == 0;
}

/// <summary>One source under its mark: "S1", what it is, when it was made, what we think of it.</summary>
public sealed record SourceLine(string Mark, string What, string? When = null, string? Note = null);
