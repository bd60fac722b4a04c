using Microsoft.AspNetCore.Mvc;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>A page whose other data must be read again when its form is shown again.</summary>
/// <remarks>
/// <see cref="RuleFailureFilter"/> calls it after each refused post: a wrong field, a broken rule, a lost race. Read with
/// AsNoTracking: the context may still hold the change that was refused. Usually OnGet calls it too.
/// </remarks>
public interface IReloads
{
    Task LoadAsync(CancellationToken cancellationToken);
}

/// <summary>A page that changes a record which two people may have open at once. Its form has a <c>Guid Version</c>.</summary>
public interface IEditsRecord
{
    /// <summary>The posted form.</summary>
    object Mine { get; }

    /// <summary>The record as it is now, as a form of the same type (AsNoTracking); null if it is gone.</summary>
    Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken);

    /// <summary>Where a save leads. The handler ends with it, and so does the second click of a double click.</summary>
    IActionResult Saved();

    /// <summary>The words of a value that the form holds as an id; most forms have none.</summary>
    string Words(string field, string value) => value;
}

/// <summary>What is stored now, who stored it and when.</summary>
public sealed record RecordNow(object Theirs, Guid Version, string? SavedBy = null, DateTime? SavedAtUtc = null);
