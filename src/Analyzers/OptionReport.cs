using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE905: each unreadable option once, at the first config of the tree or at the beginning of a JSON file, or without a place where it holds everywhere.</summary>
internal sealed class OptionReport
{
    private readonly ConcurrentDictionary<string, bool> _saidEverywhere = new();

    public void Judge(SyntaxNode? declaration, RunOptions options, RunReport report)
    {
        foreach (var problem in options.Problems)
        {
            string[] words = [problem.Key, problem.Words];
            if (problem.IsGlobal)
            {
                if (_saidEverywhere.TryAdd(problem.Key, true)) report.Nowhere(Rules.UnreadableOption, words);
            }
            else if (declaration is null || (declaration is TypeDeclarationSyntax type && IsFirstConfig(type)))
            {
                report.AtName(Rules.UnreadableOption, words);
            }
        }
    }

    // By the attribute's name alone: an alias may hide an earlier config, and then two say the same.
    private static bool IsFirstConfig(TypeDeclarationSyntax declaration) => !declaration.SyntaxTree.GetRoot()
        .DescendantNodes(node => node.SpanStart < declaration.SpanStart)
        .OfType<TypeDeclarationSyntax>()
        .TakeWhile(earlier => earlier.SpanStart < declaration.SpanStart)
        .Any(earlier => earlier.AttributeLists.SelectMany(l => l.Attributes).Any(IsConfig));

    private static bool IsConfig(AttributeSyntax attribute) => attribute.Name.ToString().Split('.').Last() is "TrainingConfig" or "TrainingConfigAttribute";
}
