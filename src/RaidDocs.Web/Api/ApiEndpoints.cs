using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Pages.Reports.Tables;

namespace RaidDocs.Web.Api;

/// <summary>The addresses that programs read. All are GET, each names what it asks for, and each answer is a line of the log.</summary>
internal static class ApiEndpoints
{
    public const string Prefix = "/api/v1";

    /// <summary>The name of the OpenAPI document.</summary>
    public const string Document = "v1";

    private const int Usual = 50;

    private const int Most = 200;

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiDoor>();
        services.AddScoped<ApiBook>();
        services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith(Prefix[1..], StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "RaidDocs, read by programs", Version = "1", Description = "Read-only. Send the token as \"Authorization: Bearer\". 404 says that it is not there or not yours, or that the token does not work." };
                document.Servers = [];
                document.Tags = null;
                document.Components ??= new();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" } };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
                return Task.CompletedTask;
            });
        });
    }

    public static void UseApiDoor(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<ApiDoor>();
        app.Use(next => context => door.PassAsync(context, next));
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Prefix).AllowAnonymous();
        api.MapGet("/raids", RaidsAsync).Asks(ApiScope.Raids, RecordKind.Raid, "The raids of the owner of the token.").Produces<ApiPage<ApiRaidLine>>();
        api.MapGet("/raids/{raid}", RaidAsync).Asks(ApiScope.Raids, RecordKind.Raid, "One raid.").Produces<ApiRaid>();
        api.MapGet("/raids/{raid}/women", WomenAsync).Asks(ApiScope.Women, RecordKind.Woman, "The women of a raid who said yes to it.").Produces<ApiPage<ApiWoman>>();
        api.MapGet("/raids/{raid}/stays", StaysAsync).Asks(ApiScope.Stays, RecordKind.Woman, "Where they were held.").Produces<ApiPage<ApiStay>>();
        api.MapGet("/raids/{raid}/hearings", HearingsAsync).Asks(ApiScope.Hearings, RecordKind.Court, "Days in court.").Produces<ApiPage<ApiHearing>>();
        api.MapGet("/raids/{raid}/violations", ViolationsAsync).Asks(ApiScope.Violations, RecordKind.Violation, "Broken rights.").Produces<ApiPage<ApiViolation>>();
        api.MapGet("/statistics", StatisticsAsync).Asks(ApiScope.Statistics, RecordKind.Woman, "Numbers of women.").Produces<ApiStatistics>();
    }

    private static RouteHandlerBuilder Asks(this RouteHandlerBuilder route, ApiScope scope, RecordKind kind, string summary) =>
        route.WithMetadata(new ApiAsks(scope, kind)).WithSummary(summary).WithDescription($"Scope: {scope}.").WithTags(scope.ToString())
            .Produces<ApiProblem>(StatusCodes.Status409Conflict).Produces(StatusCodes.Status404NotFound).Produces(StatusCodes.Status429TooManyRequests).Produces(StatusCodes.Status503ServiceUnavailable);

    // Codes, days and provinces alone, so no gate is asked: they are what the owner sees in her list.
    private static async Task<IResult> RaidsAsync(
        HttpContext context, [AsParameters] ApiPart part)
    {
        var (call, cancellationToken) = (ApiCall.Of(context), context.RequestAborted);
        await using var db = Store.ContextFor(context.RequestServices, call.Viewer);
        var (size, from) = (Size(part.Limit), From(part.After));
        var raids = await db.Raids.AsNoTracking().OrderBy(raid => raid.RecordedAt).ThenBy(raid => raid.Id)
            .Select(raid => new { raid.Code, raid.Facts.When, raid.Facts.Province, raid.IsInvented })
            .Skip(from).Take(size + 1)
            .ToListAsync(cancellationToken);
        await NoteAsync(db, call, null, cancellationToken);
        return Results.Ok(new ApiPage<ApiRaidLine>(
            [.. raids.Take(size).Select(raid => new ApiRaidLine(raid.Code, StandardWords.Date(raid.When?.Date), raid.Province, raid.IsInvented))], Next(from, size, raids.Count > size)));
    }

    private static Task<IResult> RaidAsync(HttpContext context, ApiBook book, string raid) =>
        AnswerAsync(context, book, raid, told => Results.Ok(ApiBook.Raid(told)));

    private static Task<IResult> WomenAsync(HttpContext context, ApiBook book, string raid, [AsParameters] ApiPart part) =>
        AnswerAsync(context, book, raid, told => PageOf(book.Women(told), part));

    private static Task<IResult> StaysAsync(HttpContext context, ApiBook book, string raid, [AsParameters] ApiPart part) =>
        AnswerAsync(context, book, raid, told => PageOf(ApiBook.Stays(told), part));

    private static Task<IResult> HearingsAsync(HttpContext context, ApiBook book, string raid, [AsParameters] ApiPart part) =>
        AnswerAsync(context, book, raid, told => PageOf(ApiBook.Hearings(told), part));

    private static Task<IResult> ViolationsAsync(HttpContext context, ApiBook book, string raid, [AsParameters] ApiPart part) =>
        AnswerAsync(context, book, raid, told => PageOf(book.Violations(told), part));

    private static async Task<IResult> StatisticsAsync(HttpContext context, ApiBook book)
    {
        var call = ApiCall.Of(context);
        await using var db = Store.ContextFor(context.RequestServices, call.Viewer);
        var answer = await book.StatisticsAsync(db, context.RequestAborted);
        await NoteAsync(db, call, null, context.RequestAborted);
        return Results.Ok(answer);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ApiBook book, string raid, Func<Disclosed, IResult> write)
    {
        var call = ApiCall.Of(context);
        await using var db = Store.ContextFor(context.RequestServices, call.Viewer);
        if (await book.DiscloseAsync(db, raid, context.RequestAborted) is not { } told)
        {
            return Results.NotFound();
        }

        if (ApiBook.NamesIn(told) is { Count: > 0 } places)
        {
            return Results.Json(new ApiProblem("The name of a woman stands in what was written. Write her code there.", places), statusCode: StatusCodes.Status409Conflict);
        }

        await NoteAsync(db, call, told.RaidId, context.RequestAborted);
        return write(told);
    }

    // Before the answer goes: what cannot be written down is not told.
    private static async Task NoteAsync(RaidDocsDbContext db, ApiCall call, Guid? raid, CancellationToken cancellationToken)
    {
        db.NoteAct("api-read", nameof(ApiToken), call.Token.ToString("D"), raid, call.Scope.ToString());
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IResult PageOf<T>(IReadOnlyList<T> all, ApiPart part)
    {
        var (size, from) = (Size(part.Limit), From(part.After));
        return Results.Ok(new ApiPage<T>([.. all.Skip(from).Take(size)], Next(from, size, all.Count - from > size)));
    }

    private static int Size(string? limit) => int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, 1, Most) : Usual;

    private static int From(string? after) => int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? Math.Min(from, 1_000_000) : 0;

    private static string? Next(int from, int size, bool hasMore) => hasMore ? StandardWords.Number(from + size) : null;
}
