using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>
/// SCALE905: each unreadable option once, at the first config of the tree or at the beginning of a JSON file, or
/// without a place where it applies everywhere.
/// </summary>
internal sealed class OptionFindings
{
    private readonly ConcurrentDictionary<string, bool> _reportedEverywhere = new(StringComparer.Ordinal);

    public void Tell(SyntaxNode? declaration, RunOptions options, FindingTeller teller)
    {
        foreach (var problem in options.Problems)
        {
            // One report of an option: what was meant where that is clear.
            var finding = problem.Almost is { } almost
                ? NameAlmostRead.Key("Options", almost.Kind, almost.Name, almost.Meant)
                : new Finding(RuleTable.UnreadableOption, problem.Key, 0, ("problem", problem.Words));
            if (problem.IsGlobal)
            {
                if (_reportedEverywhere.TryAdd(problem.Key, true)) teller.TellEverywhere(finding);
            }
            else if (declaration is null || (declaration is TypeDeclarationSyntax type && IsFirstConfig(type)))
            {
                teller.Tell(finding);
            }
        }
    }

    // By the attribute's name alone: an alias may hide an earlier config, and then two report the same.
    private static bool IsFirstConfig(TypeDeclarationSyntax declaration) => !declaration.SyntaxTree.GetRoot()
        .DescendantNodes(node => node.SpanStart < declaration.SpanStart)
        .OfType<TypeDeclarationSyntax>()
        .TakeWhile(earlier => earlier.SpanStart < declaration.SpanStart)
        .Any(earlier => earlier.AttributeLists.SelectMany(l => l.Attributes).Any(IsConfig));

    private static bool IsConfig(AttributeSyntax attribute) =>
        attribute.Name.ToString().Split('.').Last() is "TrainingConfig" or "TrainingConfigAttribute";
}
