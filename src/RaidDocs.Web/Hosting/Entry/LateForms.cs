using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>
/// What she typed is there again after she signs in. A form that arrives when its session has ended is kept, unreadable to
/// others, and put back into the same page for the same person. Only she saves it: nothing is sent a second time by itself.
/// </summary>
internal sealed class LateForms : IAsyncPageFilter
{
    /// <summary>In the address of the page it is put back into.</summary>
    public const string Key = "kept";

    private const int MostOfOne = 5;

    // Pages that ask for secrets.
    private static readonly string[] Never = ["/account", "/setup", "/unlock", "/vault", "/admin/people"];

    /// <summary>Keeps what a request without a session sent. Answers the address to come back to.</summary>
    public static async Task<string?> KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.Items[typeof(LateSession)] is not LateSession late || !HttpMethods.IsPost(request.Method)
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            || Never.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        var fields = form.Where(field => MayBeKept(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToArray());
        var services = context.RequestServices;
        var bytes = Protector(services.GetRequiredService<IDataProtectionProvider>(), late.UserId).Protect(JsonSerializer.SerializeToUtf8Bytes(fields));
        var kept = new KeptForm(late.UserId, request.Path, bytes, services.GetRequiredService<TimeProvider>().UtcNow());
        await using var store = Store.OperatorContext(services);
        var old = await store.KeptForms.Where(one => one.UserId == late.UserId).OrderByDescending(one => one.KeptAt).Skip(MostOfOne - 1).ToListAsync(context.RequestAborted);
        store.KeptForms.RemoveRange(old);
        store.KeptForms.Add(kept);
        await store.SaveChangesAsync(context.RequestAborted);
        return request.Path + request.QueryString.Add(Key, kept.Id.ToString("N"));
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!Guid.TryParse(http.Request.Query[Key], out var id) || Viewers.Of(http.User).UserId is not { } me)
        {
            await next();
            return;
        }

        var services = http.RequestServices;
        var (db, clock) = (services.GetRequiredService<RaidDocsDbContext>(), services.GetRequiredService<TimeProvider>());
        var kept = await db.KeptForms.AsNoTracking().SingleOrDefaultAsync(form => form.Id == id && form.UserId == me, http.RequestAborted);
        if (kept is null || kept.KeptAt < clock.UtcNow() - KeptForm.Life || !string.Equals(kept.Path, http.Request.Path, StringComparison.Ordinal))
        {
            await next();
            return;
        }

        var isGet = HttpMethods.IsGet(http.Request.Method);
        var fields = JsonSerializer.Deserialize<Dictionary<string, string[]>>(Protector(services.GetRequiredService<IDataProtectionProvider>(), me).Unprotect(kept.Content))!;
        if (isGet)
        {
            KeptFields.Set(http, fields);
        }

        var executed = await next();
        if (isGet && executed.Result is null or PageResult)
        {
            foreach (var (name, values) in fields)
            {
                executed.ModelState.SetModelValue(name, values is [var one] ? one : values, new StringValues(values).ToString());
            }
        }
        else if (!isGet && executed.Exception is null && executed.Result is not PageResult)
        {
            // Saved, so it is not kept a second time.
            await db.InOneWriteAsync(() => db.KeptForms.Where(form => form.Id == id).ExecuteDeleteAsync(http.RequestAborted), http.RequestAborted);
        }
    }

    private static bool MayBeKept(string field) => !field.StartsWith("__", StringComparison.Ordinal)
        && !field.Contains("passphrase", StringComparison.OrdinalIgnoreCase) && !field.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static IDataProtector Protector(IDataProtectionProvider protection, Guid person) =>
        protection.CreateProtector("RaidDocs.LateForms", person.ToString("N"));
}
