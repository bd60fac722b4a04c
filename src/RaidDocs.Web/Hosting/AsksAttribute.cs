using Microsoft.AspNetCore.Authorization;
using RaidDocs.Domain.Access;

namespace RaidDocs.Web.Hosting;

/// <summary>
/// What a page asks for. Each page names it on its model; whether this raid is hers to see, the store's own filter
/// answers. A test walks all pages and fails on one that names nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsksAttribute(RecordKind kind, Act act) : AuthorizeAttribute($"{kind}.{act}")
{
    public RecordKind Kind => kind;

    public Act Act => act;
}

internal static class AskPolicies
{
    /// <summary>One policy for each kind of record and act, answered by the one table of roles.</summary>
    public static void AddTo(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy("SignedIn", options.FallbackPolicy);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            foreach (var act in Enum.GetValues<Act>())
            {
                options.AddPolicy($"{kind}.{act}", policy => policy
                    .RequireAuthenticatedUser()
                    .RequireAssertion(asked => AccessRules.Decide(Viewers.Of(asked.User), kind, act, isOnTeam: null) == Decision.Allow));
            }
        }
    }
}
