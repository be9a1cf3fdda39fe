using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Analyzers;

/// <summary>
/// Whether a compilation can create config objects at all. Checking every creation of an ordinary project costs
/// seconds; this check of its texts and references costs milliseconds.
/// </summary>
internal static class CreatedRuns
{
    public static bool AreLikely(Compilation compilation) =>
        compilation.SyntaxTrees.Any(tree => Mentions(tree)) || compilation.SourceModule.ReferencedAssemblySymbols.Any(CarriesConfigs);

    // An alias of the attribute mentions it too.
    private static bool Mentions(SyntaxTree tree)
    {
        var text = tree.GetText();
        const string Name = "TrainingConfig";
        for (int i = 0; i + Name.Length <= text.Length; i++)
        {
            if (text[i] != 'T') continue;
            int k = 1;
            while (k < Name.Length && text[i + k] == Name[k]) k++;
            if (k == Name.Length) return true;
        }

        return false;
    }

    private static bool CarriesConfigs(IAssemblySymbol assembly) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == "ScalingAnalyzers.Runtime"));
}
