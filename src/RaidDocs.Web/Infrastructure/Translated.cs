using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Infrastructure;

/// <summary>
/// A query that EF Core translates once. It would build the expression of a large one anew for each page, and take longer for that than the
/// database for the answer. Each kind of store has a translation of its own, for a translation belongs to a model.
/// </summary>
/// <param name="translate">Calls <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class Translated<TQuery>(Func<TQuery> translate)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _byModel = [];

    public TQuery Of(RaidDocsDbContext db) => _byModel.GetValue(db.Model, _ => translate());
}
