using Cutover.Engine.Api;
using Cutover.Engine.Storage;
using Cutover.Web.Access.Pages;
using Cutover.Web.Access.People;
using Cutover.Web.Access.SingleSignOn;
using Cutover.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Cutover.Web.Access;

/// <summary>Who may come in, and who they are. Everything needs a known person unless an endpoint says otherwise.</summary>
internal static class AccessParts
{
    private const string EitherDoor = "Bearer or session";

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    public static void AddCutoverAccess(this WebApplicationBuilder builder, CutoverOptions host)
    {
        FormKeys.Add(builder, host);
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "cutover-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        Policies.Add(builder.Services);
        AddPeople(builder.Services);
        if (StartRules.SignsIn(host, builder.Configuration))
        {
            AddDoors(builder.Services, ServiceToken.From(builder.Configuration), OidcSettings.From(builder.Configuration));
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
        if (app.Services.GetService<SignInAttempts>() is null)
        {
            app.UseMiddleware<LabDoor>();
        }
        else
        {
            MapDoors(app, app.Services.GetService<OidcSettings>());
            AccountPage.Map(app);
            AccountsPage.Map(app);
        }

        AuditPage.Map(app);
        app.UseMiddleware<OriginDoor>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<OpenStreams>();
        app.UseAntiforgery();
    }

    private static void MapDoors(WebApplication app, OidcSettings? provider)
    {
        SignIn.Map(app);
        if (LocalSignIn.IsAllowed(app.Services))
        {
            SignIn.MapLocal(app);
            InvitationPage.Map(app);
        }

        if (provider is not null)
        {
            ProviderDoor.Map(app);
        }
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddIdentityCore<AccountRecord>(identity =>
        {
            // Long, and nothing else: rules about digits and marks make passwords that people write down.
            identity.Password.RequiredLength = Passwords.ShortestPassword;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
        }).AddEntityFrameworkStores<CutoverContext>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<Invitations>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<Passwords>();
        services.AddSingleton<OneAccount>();
        services.AddSingleton<PlaybookRights>();
    }

    private static void AddDoors(IServiceCollection services, ServiceToken? token, OidcSettings? provider)
    {
        if (token is not null)
        {
            services.AddSingleton(token);
        }

        services.AddSingleton<SignInAttempts>();
        var doors = services.AddAuthentication(EitherDoor)
            .AddPolicyScheme(EitherDoor, null, options => options.ForwardDefaultSelector = Door)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.Name, null)
            .AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        if (provider is not null)
        {
            Provider.Add(services, doors, provider);
        }
    }

    // The API takes no cookie: what a browser sends by itself must not be able to act there.
    private static string Door(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ApiRoutes.Root) || context.Request.Headers.Authorization.Count > 0
            ? BearerAuthentication.Name
            : SessionCookie.Scheme;
}
