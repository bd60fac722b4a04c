using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Hosting;

/// <summary>Ties a sign-in to the opening of the store that it was made under. Under any other it is void.</summary>
internal static class UnlockMark
{
    private const string Name = "unlock";

    public static void Put(AuthenticationProperties ticket, HttpContext context) => ticket.Items[Name] = Now(context);

    public static bool Fits(AuthenticationProperties ticket, HttpContext context) =>
        ticket.Items.TryGetValue(Name, out var mark) && mark == Now(context) && context.RequestServices.GetRequiredService<StoreState>().IsOpen;

    private static string Now(HttpContext context) =>
        context.RequestServices.GetRequiredService<StoreState>().UnlockNumber.ToString(CultureInfo.InvariantCulture);
}
