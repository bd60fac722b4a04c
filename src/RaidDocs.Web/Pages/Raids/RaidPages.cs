using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>What the pages of a raid share.</summary>
internal static class RaidPages
{
    public static bool MayRecord(this RaidDocsDbContext db, RecordKind kind) =>
        db.Viewer.May(kind, Act.Record);

    /// <summary>Saves a new thing once, however often its form is sent.</summary>
    public static Task<bool> SaveOnceAsync<T>(this RaidDocsDbContext db, T made, CancellationToken cancellationToken)
        where T : Entity => db.InOneWriteAsync(
            async () =>
            {
                if (await db.Set<T>().AnyAsync(row => row.Id == made.Id, cancellationToken))
                {
                    return false;
                }

                db.Add(made);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>The key, if the list has it; else a sentence goes to <paramref name="state"/>.</summary>
    public static string? ReadKey(this ReferenceLists lists, string list, string? key, ModelStateDictionary state, string field)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return null;
        }

        if (lists.Find(list, key) is null)
        {
            state.AddModelError(field, Texts.Shared["Choose one of the list"]);
        }

        return key;
    }

    /// <summary>"17", "10 to 12", "about 30".</summary>
    public static string Number(this Texts texts, int low, int? high, bool about = false)
    {
        var number = high is { } end && end != low ? texts["{0} to {1}", low, end] : low.ToString(CultureInfo.InvariantCulture);
        return about ? texts["about {0}", number] : number;
    }

    /// <summary>"the authorities, S7, told 13 March 2025 (2568), unsure".</summary>
    public static string Whose(this Texts texts, Told said, string? source) => string.Join(", ", new[]
    {
        texts.Of(said.Voice),
        source is null || said.At is null ? source : $"{source}, {said.At}",
        said.ToldOn is { Gap: null } on ? texts["told {0}", on] : null,
        said.Reliability == Reliability.NotJudged ? null : texts.Of(said.Reliability),
    }.Where(part => !string.IsNullOrEmpty(part)));
}
