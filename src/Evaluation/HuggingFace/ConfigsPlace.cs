using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Whether ScalingConfigs, the class around the constants of items, can be added to a project; the generator
/// and SCALE903 use the same test.</summary>
/// <param name="Obstacle">Why not; null where it can.</param>
/// <param name="Taken">The members that the project's own part of the class has.</param>
internal sealed record ConfigsPlace(string? Obstacle, EquatableArray<string> Taken)
{
    private static readonly ConfigsPlace Free = new(null, new EquatableArray<string>([]));

    /// <summary>What stands in the way of an item's class; null where nothing does.</summary>
    public string? ObstacleOf(string name) => Obstacle
        ?? (Taken.Contains(name, StringComparer.Ordinal) ? "'" + ConfigNames.Container + "' already has a member named " + name : null);

    /// <summary>The place in a project whose root namespace this is.</summary>
    public static ConfigsPlace Of(Compilation compilation, string space, CancellationToken cancellation)
    {
        if (!Emission.CanMark(compilation)) return Blocked("the program has a '" + Emission.Mark + "' of its own");
        INamespaceSymbol? around = compilation.Assembly.GlobalNamespace;
        foreach (string part in space.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (around?.GetTypeMembers(part, 0).Any() == true) return Blocked("the root namespace '" + space + "' is a type");
            around = around?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        }

        if (around?.GetNamespaceMembers().Any(inner => inner.Name == ConfigNames.Container) == true)
            return Blocked("'" + ConfigNames.Container + "' is a namespace");
        var own = around?.GetTypeMembers(ConfigNames.Container, 0).FirstOrDefault();
        if (own?.DeclaringSyntaxReferences.All(part => IsLikeOurs(part.ReadSyntax(cancellation))) == false)
            return Blocked("'" + own.ToDisplayString() + "' is not an internal static partial class");
        if (OtherMeanings.Of(compilation).Of(ConfigNames.Container, own, cancellation) is { } other)
            return Blocked("'" + other.ToDisplayString() + "' is used under the name " + ConfigNames.Container);
        return own is null ? Free : new(null, new EquatableArray<string>(
            own.GetMembers().Where(member => !Emission.IsOurs(member)).Select(member => member.Name).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>No place, and why.</summary>
    public static ConfigsPlace Blocked(string obstacle) => Free with { Obstacle = obstacle };

    private static bool IsLikeOurs(SyntaxNode part) => part is ClassDeclarationSyntax { Modifiers: var modifiers }
        && modifiers.Any(SyntaxKind.PartialKeyword) && modifiers.Any(SyntaxKind.StaticKeyword)
        && !modifiers.Any(SyntaxKind.PublicKeyword) && !modifiers.Any(m => m.Text == "file");
}
