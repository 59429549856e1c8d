using Xunit.Abstractions;
using Xunit.Sdk;

namespace Nsdd311.Testing;

/// <summary>The tests of this class need a PostgreSQL server; where the machine has none they are skipped, and the reason is told.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;

/// <summary>Xunit's own framework, but for classes that the machine cannot run. It lets a class inherit a contract's tests and skip all of them.</summary>
public sealed class SkippingFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) => new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink messages) : XunitTestFrameworkDiscoverer(assembly, sources, messages)
    {
        protected override bool FindTestsForMethod(
            ITestMethod testMethod, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions)
        {
            var cannotRun = PostgresMachine.WhyNot is not null && testMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any();
            if (!cannotRun) return base.FindTestsForMethod(testMethod, includeSourceInformation, messageBus, discoveryOptions);

            var isTest = testMethod.Method.GetCustomAttributes(typeof(FactAttribute)).Any();
            return !isTest || ReportDiscoveredTestCase(new SkippedTestCase(DiagnosticMessageSink, testMethod), includeSourceInformation, messageBus);
        }
    }
}

/// <summary>A test that is not run.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    [Obsolete("For the runner, which makes one before it reads it.", error: true)]
    public SkippedTestCase() { }

    public SkippedTestCase(IMessageSink messages, ITestMethod method) : base(messages, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method) { }

    protected override string GetSkipReason(IAttributeInfo factAttribute) => PostgresMachine.WhyNot ?? "It was skipped where it was found.";
}
