using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit.v3;

namespace ScalingAnalyzers.Testing;

/// <summary>The running test's name as Verify writes it: <c>Class.Method_parameter=value</c>.</summary>
internal static class TestName
{
    /// <summary>The name of the test that runs; null outside one.</summary>
    public static string? Current => TestContext.Current.Test is IXunitTest test
        ? Of(test.TestMethod.TestClass.Class, test.TestMethod.Method, test.TestMethodArguments)
        : null;

    /// <summary>The name of a test, nested classes outermost first; what file systems refuse becomes
    /// <c>-</c>.</summary>
    public static string Of(Type type, MethodInfo method, object?[] arguments)
    {
        string name = type.Name + "." + method.Name;
        for (Type? outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType) name = outer.Name + "." + name;
        ParameterInfo[] parameters = method.GetParameters();
        for (int i = 0; i < Math.Min(parameters.Length, arguments.Length); i++)
            name += $"_{parameters[i].Name}={Convert.ToString(arguments[i], CultureInfo.InvariantCulture) ?? "null"}";
        // The strictest file system decides, so that names are the same everywhere.
        return string.Concat(
            name.Select(c => c < ' ' || "<>:\"/\\|?*#".Contains(c) || Path.GetInvalidFileNameChars().Contains(c) ? '-' : c));
    }
}
