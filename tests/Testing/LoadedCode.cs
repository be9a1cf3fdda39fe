using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace ScalingAnalyzers.Testing;

/// <summary>Code under test as a running program, in a load context of its own. It stays until the process ends: the
/// thread statics ([ThreadStatic]) of an unloaded context can crash .NET 10, long after the test.</summary>
public sealed class LoadedCode
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    internal LoadedCode(IReadOnlyDictionary<string, byte[]> images) =>
        Assembly = new Context(images).LoadFromAssemblyName(new(Code.MainProject));

    /// <summary>The main project's assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>The value of a static field, constant, property or method without parameters.</summary>
    /// <param name="path">As C# writes it: <c>Namespace.Outer.Nested.Member</c>.</param>
    public object? Value(string path)
    {
        int dot = path.LastIndexOf('.');
        Type type = TypeOf(path.Substring(0, dot));
        string name = path.Substring(dot + 1);
        if (type.GetField(name, Static) is { } field) return field.GetValue(null);
        if (type.GetProperty(name, Static) is { } property) return property.GetValue(null);
        return Invoke(path);
    }

    /// <summary>The value of a static field, constant, property or method without parameters, of that exact
    /// type.</summary>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public T Value<T>(string path) => (T)Value(path)!;

    /// <summary>The result of a static method.</summary>
    /// <param name="path">As C# writes it: <c>Namespace.Outer.Nested.Method</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    public object? Invoke(string path, params object?[] arguments)
    {
        int dot = path.LastIndexOf('.');
        Type type = TypeOf(path.Substring(0, dot));
        MethodInfo? method = type.GetMethods(Static)
            .SingleOrDefault(
                candidate => candidate.Name == path.Substring(dot + 1) && candidate.GetParameters().Length == arguments.Length);
        if (method is null)
            Assert.Fail(
                $"There is no static {path}, but {string.Join(", ", type.GetMembers(Static).Select(member => member.Name).Distinct())}.");
        return method!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>The type of that name, as C# writes it.</summary>
    public Type TypeOf(string path)
    {
        string[] parts = path.Split('.');
        for (int outer = parts.Length; outer > 0; outer--)
        {
            string name = string.Join('.', parts.Take(outer)) + string.Concat(parts.Skip(outer).Select(part => "+" + part));
            if (Assembly.GetType(name) is { } type) return type;
        }

        Assert.Fail($"There is no type {path}, but {string.Join(", ", Assembly.GetTypes().Select(type => type.FullName))}.");
        return null!;
    }

    private sealed class Context : AssemblyLoadContext
    {
        private readonly IReadOnlyDictionary<string, byte[]> _images;

        public Context(IReadOnlyDictionary<string, byte[]> images)
            : base("code under test") => _images = images;

        // What is not here, our runtime library too, is the test's own.
        protected override Assembly? Load(AssemblyName assemblyName) =>
            _images.TryGetValue(assemblyName.Name!, out byte[]? image) ? LoadFromStream(new MemoryStream(image)) : null;
    }
}
