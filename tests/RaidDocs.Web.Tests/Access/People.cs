using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Access;

internal static class People
{
    public static Task<Guid> LeaderAsync(this TestApp app, string name) => app.PersonAsync(name, StaffRole.ResearchLeader);

    /// <summary>One more person with this role.</summary>
    public static Task<Guid> PersonAsync(this TestApp app, string name, string role) => app.DbAsync(async db =>
    {
        var user = new StaffUser { UserName = name, NormalizedUserName = name.ToUpperInvariant(), SecurityStamp = "test" };
        var found = await db.Roles.SingleAsync(row => row.Name == role);
        db.AddRange(user, new IdentityUserRole<Guid> { RoleId = found.Id, UserId = user.Id });
        await db.SaveChangesAsync();
        return user.Id;
    });
}

internal static class Posting
{
    /// <summary>Posts nothing but the token, as somebody who found out the address.</summary>
    public static async Task<HttpResponseMessage> PostTokenAsync(this HttpClient client, string url, string tokenFrom = "/")
    {
        var page = await client.OpenPageAsync(tokenFrom);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        return await client.PostAsync(new Uri(url, UriKind.Relative), form);
    }
}
