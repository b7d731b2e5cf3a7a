using Cutover.Engine.Api;
using Cutover.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Cutover.Web.Access;

/// <summary>Who may come in, and who they are. Everything needs a known person unless an endpoint says otherwise.</summary>
internal static class AccessParts
{
    private const string EitherDoor = "Bearer or session";

    public static void AddCutoverAccess(this WebApplicationBuilder builder, CutoverOptions host)
    {
        FormKeys.Add(builder, host);
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "cutover-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        if (OperatorToken.From(builder.Configuration) is { } token)
        {
            AddToken(builder.Services, token);
        }
        else
        {
            builder.Services
                .AddAuthentication(LabAuthentication.Name)
                .AddScheme<AuthenticationSchemeOptions, LabAuthentication>(LabAuthentication.Name, null);
        }
    }

    public static void UseCutoverAccess(this WebApplication app)
    {
        app.Use(SecurityHeaders.AddAsync);
        if (app.Services.GetService<OperatorToken>() is null)
        {
            app.UseMiddleware<LabDoor>();
        }
        else
        {
            SignIn.Map(app);
        }

        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void AddToken(IServiceCollection services, OperatorToken token)
    {
        services.AddSingleton(token);
        services.AddSingleton<SignInAttempts>();
        services.AddAuthentication(EitherDoor)
            .AddPolicyScheme(EitherDoor, null, options => options.ForwardDefaultSelector = Door)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.Name, null)
            .AddCookie(SessionCookie.Scheme, options => SessionCookie.Configure(options, token));
    }

    // The API takes no cookie: what a browser sends by itself must not be able to act there.
    private static string Door(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ApiRoutes.Root) || context.Request.Headers.Authorization.Count > 0
            ? BearerAuthentication.Name
            : SessionCookie.Scheme;
}
