using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Pages.Women;

/// <summary>The foot of every fact that is shown: its voice, its source, and why it was taken back.</summary>
public sealed record SaidBy(Told Told, string? Source, string? TakenBack = null);
