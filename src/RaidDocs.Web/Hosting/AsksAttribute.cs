using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
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
                options.AddPolicy($"{kind}.{act}", policy => policy.RequireAuthenticatedUser().AddRequirements(new AskRequirement(kind, act)));
            }
        }
    }
}

internal sealed record AskRequirement(RecordKind Kind, Act Act) : IAuthorizationRequirement;

/// <summary>
/// Opens a page to the roles that may ask for it. A page asks for a proof of the second factor itself (<see cref="ProofFilter"/>), so
/// that nothing typed is lost, and it asks a second person itself; anything else that has a policy is refused without them.
/// </summary>
internal sealed class AskHandler(TimeProvider clock) : AuthorizationHandler<AskRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AskRequirement requirement)
    {
        var isPage = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        var decision = AccessRules.Decide(Viewers.Of(context.User), new Asked(requirement.Kind, requirement.Act), clock.GetUtcNow());
        if (decision == Decision.Allow || (isPage && decision != Decision.NotFound))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
