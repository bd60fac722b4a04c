using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Sources;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>What a source may lie in: the files and the testimonies of its raid, by code.</summary>
public sealed record SourceTies(IReadOnlyList<Choice> Files, IReadOnlyList<Choice> Told)
{
    public static async Task<SourceTies> OfAsync(RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        var files = await db.Evidence.AsNoTracking().Where(row => row.RaidId == raidId).OrderBy(row => row.Number).ThenBy(row => row.Copy)
            .Select(row => new { row.Number, row.Copy, row.Facts.Title }).ToListAsync(cancellationToken);
        var told = await db.Testimonies.AsNoTracking().Where(row => row.RaidId == raidId).OrderBy(row => row.RecordedAt).Select(row => row.Code).ToListAsync(cancellationToken);
        return new SourceTies(
            [.. files.Select(row => (Code: Evidence.CodeOf(row.Number, row.Copy), row.Title)).Select(row => new Choice(row.Code, $"{row.Code} {row.Title}"))],
            [.. told.Select(code => new Choice(code, code))]);
    }

    /// <summary>The file and the testimony that were chosen; a code that the raid has not goes to <paramref name="state"/>.</summary>
    public static async Task<(Guid? File, Guid? Told)> ReadAsync(
        RaidDocsDbContext db, Guid raidId, SourceForm form, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        var file = default(Guid?);
        if (!string.IsNullOrEmpty(form.Evidence))
        {
            var (number, copy) = Evidence.ReadCode(form.Evidence) ?? default;
            file = await db.Evidence.Where(row => row.RaidId == raidId && row.Number == number && row.Copy == copy).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
            Refuse(file, "Form.Evidence");
        }

        var told = default(Guid?);
        if (!string.IsNullOrEmpty(form.Testimony))
        {
            told = await db.Testimonies.Where(row => row.RaidId == raidId && row.Code == form.Testimony).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
            Refuse(told, "Form.Testimony");
        }

        return (file, told);

        void Refuse(Guid? found, string key)
        {
            if (found is null)
            {
                state.AddModelError(key, Texts.Shared["Choose one of the list"]);
            }
        }
    }

    public static async Task<SourceForm> FormOfAsync(RaidDocsDbContext db, Source source, CancellationToken cancellationToken)
    {
        var form = SourceForm.Of(source);
        var file = await db.Evidence.Where(row => row.Id == source.EvidenceId).Select(row => new { row.Number, row.Copy }).SingleOrDefaultAsync(cancellationToken);
        form.Evidence = file is null ? null : Evidence.CodeOf(file.Number, file.Copy);
        form.Testimony = await db.Testimonies.Where(row => row.Id == source.TestimonyId).Select(row => row.Code).SingleOrDefaultAsync(cancellationToken);
        return form;
    }
}
