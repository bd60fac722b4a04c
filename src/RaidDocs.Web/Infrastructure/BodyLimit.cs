using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace RaidDocs.Web.Infrastructure;

/// <summary>
/// Refuses a post that is larger than its page takes, with a page that names the limit. The limit is 256 kB, or 768 kB where
/// a form asks for a long text, unless the page says otherwise with <c>[RequestSizeLimit]</c>.
/// </summary>
internal sealed class BodyLimit : IPageApplicationModelConvention
{
    public const int Bytes = 256 * 1024;

    // Browsers send a Thai letter as nine characters, and 20,000 letters with their vowels and tones must fit.
    public const int LongTextBytes = 768 * 1024;
    public const int Values = 200;

    // A browser shows nothing of our answer while it is still sending, so a refused post is read to its end, up to here.
    private const long DrainedBytes = 8 * 1024 * 1024;
    private const string RefusedKey = "BodyLimit.Refused";

    /// <summary>The limit this request went over, in kB; null if it did not.</summary>
    public static long? RefusedAt(HttpContext context) => context.Items[RefusedKey] as long?;

    /// <summary>Was it a file that was too large, and not a text?</summary>
    public static bool WasFile(HttpContext context) => context.Items.ContainsKey(typeof(IFileLimit));

    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        var limit = page is null ? Bytes : page.MaxRequestBodySize ?? long.MaxValue;
        if (context.Request.ContentLength is not { } length || length <= limit || RefusedAt(context) is not null)
        {
            await next(context);
            return;
        }

        context.Items[RefusedKey] = limit / 1024;
        if (page is IFileLimit file)
        {
            (context.Items[typeof(IFileLimit)], context.Items[RefusedKey]) = (true, file.FileBytes / 1024);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        if (length <= DrainedBytes)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                body.MaxRequestBodySize = DrainedBytes;
            }

            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
    });

    /// <summary>Gives a page the larger limit when one of its forms has a long text, so that no page can forget it.</summary>
    public void Apply(PageApplicationModel model)
    {
        var asksForLongText = model.HandlerProperties
            .Where(property => property.BindingInfo is not null)
            .SelectMany(property => property.PropertyInfo.PropertyType.GetProperties().Append(property.PropertyInfo))
            .Any(property => property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.MultilineText);
        if (asksForLongText && !model.HandlerTypeAttributes.OfType<IFileLimit>().Any())
        {
            // First, so that the page's own attribute wins.
            model.EndpointMetadata.Insert(0, new RequestSizeLimitAttribute(LongTextBytes));
        }
    }

    /// <summary>"256 kB".</summary>
    public static string Words(long kilobytes) => kilobytes >= 1024 && kilobytes % 1024 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{kilobytes / 1024} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{kilobytes} kB");
}

/// <summary>The page takes a file up to this size.</summary>
internal interface IFileLimit : IRequestSizeLimitMetadata
{
    long FileBytes { get; }
}
