using Microsoft.EntityFrameworkCore;

namespace RaidDocs.Web.Infrastructure;

/// <summary>Where a reader stands in a long list.</summary>
public interface IPaged
{
    int Page { get; }

    int LastPage { get; }

    int Total { get; }
}

/// <summary>One page of a list, and how many there are in all.</summary>
public sealed record PagedList<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total) : IPaged
{
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

internal static class PagedListExtensions
{
    /// <summary>Reads one page. The query must be ordered, or a row may be on two pages or on none.</summary>
    public static async Task<PagedList<T>> ToPagedListAsync<T>(
        this IQueryable<T> query, int page, int pageSize, CancellationToken cancellationToken)
    {
        var total = await query.CountAsync(cancellationToken);
        // A page number from an old or made-up address must neither fail nor overflow.
        var current = Math.Clamp(page, 1, Math.Max(1, (total + pageSize - 1) / pageSize));
        var items = await query.Skip((current - 1) * pageSize).Take(pageSize).ToListAsync(cancellationToken);
        return new PagedList<T>(items, current, pageSize, total);
    }

    /// <summary>One page of what is read already.</summary>
    public static PagedList<T> ToPagedList<T>(this IReadOnlyList<T> rows, int page, int pageSize)
    {
        var current = Math.Clamp(page, 1, Math.Max(1, (rows.Count + pageSize - 1) / pageSize));
        return new PagedList<T>([.. rows.Skip((current - 1) * pageSize).Take(pageSize)], current, pageSize, rows.Count);
    }
}
