using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>
/// Whether a compilation can create config objects at all. Checking every creation of an ordinary project costs
/// seconds; this check of its texts and references costs milliseconds.
/// </summary>
internal static class CreatedRuns
{
    public static bool AreLikely(Compilation compilation) =>
        Mention.TrainingConfig.Among(compilation.SyntaxTrees).Any()
            || compilation.SourceModule.ReferencedAssemblySymbols.Any(CarriesConfigs);

    private static bool CarriesConfigs(IAssemblySymbol assembly) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == "ScalingAnalyzers.Runtime"));
}
